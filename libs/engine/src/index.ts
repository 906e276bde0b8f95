// Module and schema
export { EngineModule } from './engine.module.js';
export { engineEntities, engineMigrations } from './engine.schema.js';

// Errors that others tell in their own words
export { DeploymentRefusedError } from './engine.errors.js';

// Commands
export type { Actor, PersonalActor } from './commands/actor.js';
export { CommandService, type StartRequest } from './commands/command.service.js';
export { CrashPoints, type CrashPoint } from './commands/crash-points.js';
export type { EngineListener } from './commands/engine-listener.js';
export { EngineListeners } from './commands/engine-listeners.js';
export type { StepOutcome, StepRecord } from './commands/step-record.js';

// Definitions and calendars
export type { CalendarChange, CalendarPreview, DayDecision } from './calendars/calendar-change.js';
export type { KnownChange } from './calendars/calendar-change.js';
export { CalendarChanges } from './calendars/calendar-changes.service.js';
export { EngineCalendars } from './calendars/engine-calendars.js';
export type { Definition } from './definitions/definition.js';
export type { DefinitionRef } from './definitions/definition-ref.js';
export { DefinitionService, type DeployResult } from './definitions/definition.service.js';
export { hashOfFiles, type SourceFile } from './definitions/source-file.js';

// Instances
export { InstanceQueryService, type InstanceDetail, type InstanceSummary } from './instances/instance-query.service.js';
export { JournalService, type InstanceJournal, type JournalEntry } from './instances/journal.service.js';
export type { OpenTask } from './instances/open-task.js';
export { TaskQueryService, type TaskFilter, type TaskRecord } from './instances/task-query.service.js';
export { parseTaskId, taskIdOf } from './instances/task-id.js';
export { IncidentService, type Incident, type IncidentFilter } from './incidents/incident.service.js';
export { OccupancyService, type Occupancy } from './live/occupancy.service.js';

// Operations
export type { Batch, BatchRefusal, InstanceFilter } from './batches/batch.js';
export { BatchService } from './batches/batch.service.js';
export { MigrationService, type MigrationPreview, type MigrationRequest } from './operations/migration.service.js';
export type { Operation, OperationOutcome } from './operations/operation.js';
export { OperationService } from './operations/operation.service.js';
export { RestartService, type RestartRequest } from './operations/restart.service.js';

// Work after the commit
export { BusinessError } from './jobs/business-error.js';
export type { ExternalTask, FetchRequest, LockedExternalTask, TopicRequest } from './jobs/external-task.js';
export { ExternalTaskService, type TaskReport } from './jobs/external-task.service.js';
export { JobHandler } from './jobs/job-handler.js';
export { JobService, type JobWorker } from './jobs/job.service.js';
export { MessageService, type PublishRequest, type PublishResult } from './messages/message.service.js';
export { SignalService } from './messages/signal.service.js';
export { DeadLetterService, type DeadLetter } from './outbox/dead-letters.service.js';
export { mostOutboxAttempts, OutboxService, type OutboxHandler } from './outbox/outbox.service.js';
export type { OutboxEntry } from './outbox/outbox.store.js';
export { TimerService } from './timers/timer.service.js';
export { TimerWatch } from './timers/timer-watch.js';
export { TimerHorizon } from './timers/timer-horizon.js';
export { engineQueues } from './timers/wake-ups.js';

// Testing
export { brokenJournals, strayWaits, timersFiredTwice } from './testing/records.js';
