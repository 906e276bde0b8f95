import { caseworkEntities, caseworkMigrations } from '@lianban/casework';
import { engineEntities, engineMigrations } from '@lianban/engine';
import { identityEntities, identityMigrations } from '@lianban/identity';
import { jointMeetingEntities, jointMeetingMigrations } from '@lianban/joint-meeting';
import { organisationEntities, organisationMigrations } from '@lianban/organisation';
import { outreachEntities, outreachMigrations } from '@lianban/outreach';

/** Entities of the whole product. */
export const entities = [
  ...organisationEntities,
  ...identityEntities,
  ...engineEntities,
  ...caseworkEntities,
  ...jointMeetingEntities,
  ...outreachEntities,
];

/** Migrations of the whole product. */
export const migrations = [
  ...organisationMigrations,
  ...identityMigrations,
  ...engineMigrations,
  ...caseworkMigrations,
  ...jointMeetingMigrations,
  ...outreachMigrations,
];
