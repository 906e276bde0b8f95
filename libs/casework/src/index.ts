// Module and schema
export { CaseworkModule } from './casework.module.js';
export { caseworkEntities, caseworkMigrations } from './casework.schema.js';

// Cases
export { caseLevels, caseStateNames, type CaseLevel, type CaseState } from './cases/case.js';
export { CaseAccess, type CaseScope } from './cases/case-access.js';
export { caseDraftSchema, residentDraftSchema, type CaseDraft, type ResidentCaseDraft } from './cases/case-draft.js';
export { CaseQueryService } from './cases/case-query.service.js';
export type { CaseListItem, CaseQuery, CaseTask, CaseView, Named } from './cases/case-view.js';
export { IntakeService, type RegisteredCase } from './cases/intake.service.js';
export { PublicStatusService, type PublicStatus } from './cases/public-status.service.js';

// Diagrams
export { DiagramService, type CaseDiagram, type DrawnProcess } from './diagram/diagram.service.js';
export type { ElementState } from './diagram/element-states.rules.js';

// Catalogue
export { CatalogueService, type CategoryNode, type Channel } from './catalogue/catalogue.service.js';

// Acts on a case
export {
  extensionSchema,
  residentActSchema,
  resumptionSchema,
  suspensionSchema,
  urgeSchema,
  withdrawalSchema,
  type Extension,
  type PauseReason,
  type ResidentAct,
  type Resumption,
  type Suspension,
  type Urge,
  type Withdrawal,
} from './acts/act.js';
export { ClockActs } from './acts/clock-acts.service.js';
export { PauseCaps } from './acts/pause-caps.service.js';
export { ResidentActs } from './acts/resident-acts.service.js';
export { UrgeService } from './acts/urge.service.js';
export { WithdrawalService } from './acts/withdrawal.service.js';

// Tasks and inboxes
export { completionSchema, type Completion } from './tasks/completion.rules.js';
export { boxes, type Box, type InboxCounts, type InboxItem, type InboxQuery, type Light } from './tasks/inbox.js';
export { InboxService } from './tasks/inbox.service.js';
export { lightOf } from './tasks/light.rules.js';
export { lightSql } from './tasks/light.sql.js';
export type { TaskOutcome, TaskRef } from './tasks/step.js';
export { TaskService, type TaskAnswer } from './tasks/task.service.js';
export { TermTexts } from './terms/term-texts.js';

// History
export { HistoryService, type HistoryItem } from './trail/history.service.js';
export type { TrailActor, TrailKind } from './trail/trail-entry.js';
export { TrailService } from './trail/trail.service.js';

// Requests that may come twice
export type { IdempotentRequest } from './requests/idempotent-request.js';
export { IdempotencyService } from './requests/idempotency.service.js';

// Page marks
export { isMarkInstant, isUuid, pageMarkInvalid } from './page-mark.js';

// Testing
export { openCaseworkWorld, type CaseworkWorld } from './testing/casework-world.js';
export { twoStepRouting } from './testing/two-step-routing.js';

// Who acts
export { actorOf } from './actor.rules.js';
