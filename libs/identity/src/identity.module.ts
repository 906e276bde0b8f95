import { Module } from '@nestjs/common';
import { OrganisationModule } from '@lianban/organisation';
import { AbsenceService } from './absences/absence.service.js';
import { AccessService } from './access/access.service.js';
import { PrincipalService } from './access/principal.service.js';
import { AccountService } from './accounts/account.service.js';
import { AuditTrail } from './audit/audit-trail.js';
import { DepartureService } from './departures/departure.service.js';
import { PeopleService } from './people/people.service.js';
import { PlaceFollower } from './places/place-follower.service.js';
import { GrantService } from './roles/grant.service.js';
import { AuthService } from './sign-in/auth.service.js';

const services = [
  AbsenceService,
  AccessService,
  AccountService,
  AuditTrail,
  AuthService,
  DepartureService,
  GrantService,
  PeopleService,
  PlaceFollower,
  PrincipalService,
];

/** Who may sign in and do what, and the record of it. Needs the global DatabaseModule of platform. */
@Module({ imports: [OrganisationModule], providers: services, exports: services })
export class IdentityModule {}
