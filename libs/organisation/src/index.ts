// Module and schema
export { OrganisationModule } from './organisation.module.js';
export { organisationEntities, organisationMigrations } from './organisation.schema.js';

// Units
export { Unit } from './units/unit.entity.js';
export { unitKindNames, unitKinds, type UnitDraft, type UnitDuty, type UnitKind } from './units/unit.js';
export { broadestPaths, fittingKinds, idsOfPath, isWithin, requireParent } from './units/unit.rules.js';
export { UnitService } from './units/unit.service.js';

// Members
export { MembershipService, type MemberUnit, type UnitMember } from './members/membership.service.js';

// Changes of units
export {
  ends,
  unitChangeKinds,
  type ChangeActor,
  type UnitChange,
  type UnitChangeKind,
} from './changes/unit-change.js';
export { UnitChanges } from './changes/unit-changes.service.js';
export { UnitFollowers, type ThingOfUnit, type UnitFollower } from './changes/unit-followers.service.js';

// Where residents find units
export {
  inOrder,
  isOpen,
  nextOpening,
  partsOf,
  type NextOpening,
  type OpenPart,
  type OpeningHours,
} from './contacts/opening.rules.js';
export type { Position, PublicStation, SetContact, UnitContact } from './contacts/unit-contact.js';
export { UnitContacts } from './contacts/unit-contacts.service.js';

// Errors
export {
  dutyVacant,
  hoursCalendarUnknown,
  unitExists,
  unitIdInvalid,
  unitInsideItself,
  unitInUse,
  unitUnknown,
} from './organisation.errors.js';

// Demo
export { seedDemoOrganisation } from './demo/seed-demo.js';
