import type { EntityClass, MigrationClass } from '@lianban/platform';
import { Account } from './accounts/account.entity.js';
import { Absences1797000000002 } from './migrations/absences.migration.js';
import { ApiTokens1799000000001 } from './migrations/api-tokens.migration.js';
import { DepartmentHead1798300000002 } from './migrations/department-head.migration.js';
import { Departures1797000000054 } from './migrations/departures.migration.js';
import { IdentityDefaultRoles1795392003000 } from './migrations/default-roles.migration.js';
import { Identity1795392002000 } from './migrations/identity.migration.js';
import { MeetingParticipants1797000000004 } from './migrations/meeting-participants.migration.js';
import { Outreach1797000000101 } from './migrations/outreach.migration.js';
import { Passkeys1798400000002 } from './migrations/passkeys.migration.js';
import { PeopleRead1797000000055 } from './migrations/people-read.migration.js';
import { SecondFactor1798400000001 } from './migrations/second-factor.migration.js';
import { SupervisionAndStatistics1795900000001 } from './migrations/supervision-and-statistics.migration.js';
import { SignInProvider1799000000002 } from './migrations/sign-in-provider.migration.js';
import { WorkflowOperations1795700003000 } from './migrations/workflow-operations.migration.js';
import { SupervisionAnswers1797000000042 } from './migrations/supervision-answers.migration.js';
import { Volunteers1797000000140 } from './migrations/volunteers.migration.js';
import { RoleGrant } from './roles/role-grant.entity.js';
import { Role } from './roles/role.entity.js';

/** Entities of the schema `identity`. */
export const identityEntities: readonly EntityClass[] = [Account, Role, RoleGrant];

/** Migrations of the schema `identity`; they refer to units, so those of organisation must be there too. */
export const identityMigrations: readonly MigrationClass[] = [
  Identity1795392002000,
  IdentityDefaultRoles1795392003000,
  WorkflowOperations1795700003000,
  SupervisionAndStatistics1795900000001,
  Absences1797000000002,
  MeetingParticipants1797000000004,
  SupervisionAnswers1797000000042,
  Departures1797000000054,
  PeopleRead1797000000055,
  Outreach1797000000101,
  Volunteers1797000000140,
  DepartmentHead1798300000002,
  SecondFactor1798400000001,
  Passkeys1798400000002,
  ApiTokens1799000000001,
  SignInProvider1799000000002,
];
