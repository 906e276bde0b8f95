// Module and schema
export { OrganisationModule } from './organisation.module.js';
export { organisationEntities, organisationMigrations } from './organisation.schema.js';

// Units
export { Unit } from './units/unit.entity.js';
export { unitKinds, type UnitDraft, type UnitDuty, type UnitKind } from './units/unit.js';
export { broadestPaths, idsOfPath, isWithin } from './units/unit.rules.js';
export { UnitService } from './units/unit.service.js';

// Members
export { MembershipService, type MemberUnit, type UnitMember } from './members/membership.service.js';

// Errors
export { dutyVacant, unitExists, unitIdInvalid, unitInsideItself, unitUnknown } from './organisation.errors.js';

// Demo
export { seedDemoOrganisation } from './demo/seed-demo.js';
