import { Module } from '@nestjs/common';
import { UnitChanges } from './changes/unit-changes.service.js';
import { UnitFollowers } from './changes/unit-followers.service.js';
import { UnitContacts } from './contacts/unit-contacts.service.js';
import { MembershipService } from './members/membership.service.js';
import { UnitService } from './units/unit.service.js';

const services = [MembershipService, UnitChanges, UnitContacts, UnitFollowers, UnitService];

/** The organisation tree and its members. Needs the global DatabaseModule of platform. */
@Module({ providers: services, exports: services })
export class OrganisationModule {}
