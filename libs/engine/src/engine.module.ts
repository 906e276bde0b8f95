import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CalendarChanges } from './calendars/calendar-changes.service.js';
import { TermRecount } from './calendars/term-recount.js';
import { TimerHistoryStore } from './calendars/timer-history.store.js';
import { EngineCalendars } from './calendars/engine-calendars.js';
import { BatchService } from './batches/batch.service.js';
import { BatchStore } from './batches/batch.store.js';
import { MigrationService } from './operations/migration.service.js';
import { RestartService } from './operations/restart.service.js';
import { OperationService } from './operations/operation.service.js';
import { OperationStore } from './operations/operation.store.js';
import { CommandRuns } from './commands/command-runs.js';
import { CommandService } from './commands/command.service.js';
import { CrashPoints } from './commands/crash-points.js';
import { EngineListeners } from './commands/engine-listeners.js';
import { UnitOfWork } from './commands/unit-of-work.js';
import { DefinitionService } from './definitions/definition.service.js';
import { DefinitionStore } from './definitions/definition.store.js';
import { OccupancyService } from './live/occupancy.service.js';
import { IncidentService } from './incidents/incident.service.js';
import { InstanceQueryService } from './instances/instance-query.service.js';
import { TaskQueryService } from './instances/task-query.service.js';
import { InstanceStore } from './instances/instance.store.js';
import { JournalService } from './instances/journal.service.js';
import { ExternalTaskService } from './jobs/external-task.service.js';
import { ExternalTaskStore } from './jobs/external-task.store.js';
import { JobBell } from './jobs/job-bell.js';
import { JobHandlerExplorer } from './jobs/job-handler.js';
import { JobService } from './jobs/job.service.js';
import { MessageService } from './messages/message.service.js';
import { MessageStore } from './messages/message.store.js';
import { SignalService } from './messages/signal.service.js';
import { ThrownEvents } from './messages/thrown-events.js';
import { DeadLetterService } from './outbox/dead-letters.service.js';
import { OutboxService } from './outbox/outbox.service.js';
import { OutboxStore } from './outbox/outbox.store.js';
import { StepWriter } from './rows/step-writer.js';
import { StartFiring } from './starts/start-firing.js';
import { StartService } from './starts/start.service.js';
import { StartTriggerStore } from './starts/start-trigger.store.js';
import { AlarmClock } from './timers/alarm-clock.js';
import { TimerFiring } from './timers/timer-firing.js';
import { TimerHorizon } from './timers/timer-horizon.js';
import { TimerWatch } from './timers/timer-watch.js';
import { TimerService } from './timers/timer.service.js';
import { TimerStore } from './timers/timer.store.js';

const services = [
  BatchService,
  CalendarChanges,
  CommandService,
  CrashPoints,
  DeadLetterService,
  DefinitionService,
  EngineCalendars,
  EngineListeners,
  ExternalTaskService,
  IncidentService,
  InstanceQueryService,
  JobService,
  JournalService,
  MessageService,
  MigrationService,
  OccupancyService,
  OperationService,
  RestartService,
  OutboxService,
  SignalService,
  TaskQueryService,
  TimerHorizon,
  TimerService,
  TimerWatch,
];

/** The durable engine. Needs the global `DatabaseModule`; with the global `QueuesModule` commands wake the workers up. */
@Module({
  imports: [DiscoveryModule],
  providers: [
    ...services,
    AlarmClock,
    BatchStore,
    TermRecount,
    TimerHistoryStore,
    OperationStore,
    CommandRuns,
    UnitOfWork,
    DefinitionStore,
    ExternalTaskStore,
    InstanceStore,
    JobBell,
    JobHandlerExplorer,
    MessageStore,
    ThrownEvents,
    OutboxStore,
    StartFiring,
    StartService,
    StartTriggerStore,
    StepWriter,
    TimerFiring,
    TimerStore,
  ],
  exports: services,
})
export class EngineModule {}
