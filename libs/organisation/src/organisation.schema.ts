import type { EntityClass, MigrationClass } from '@lianban/platform';
import { Membership } from './members/membership.entity.js';
import { OrganisationUnits1795392001000 } from './migrations/units.migration.js';
import { UnitContacts1798000000050 } from './migrations/unit-contacts.migration.js';
import { UnitChanges1797000000051 } from './migrations/unit-changes.migration.js';
import { Unit } from './units/unit.entity.js';

/** Entities of the schema `organisation`. */
export const organisationEntities: readonly EntityClass[] = [Unit, Membership];

/** Migrations of the schema `organisation`. */
export const organisationMigrations: readonly MigrationClass[] = [
  OrganisationUnits1795392001000,
  UnitChanges1797000000051,
  UnitContacts1798000000050,
];
