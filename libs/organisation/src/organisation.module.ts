import { Module } from '@nestjs/common';
import { MembershipService } from './members/membership.service.js';
import { UnitService } from './units/unit.service.js';

/** The organisation tree and its members. Needs the global DatabaseModule of platform. */
@Module({ providers: [UnitService, MembershipService], exports: [UnitService, MembershipService] })
export class OrganisationModule {}
