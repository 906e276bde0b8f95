import type { EngineEvent, InstanceState, Key, TaskOffer } from '@lianban/bpmn';
import { retriesOf } from '../jobs/retries.js';
import { correlationKey } from '../messages/correlation.js';
import type { StepRows } from './step-rows.js';
import type { Step } from './step.js';
import { taskTermRows } from './task-terms.js';
import type { IncidentRow, JobRow, RowKey, SubscriptionRow, TaskRow, TimerRow } from './write-document.js';

/**
 * Translates a step into rows. Events say what was touched and the new state says how it ended, so a thing that was
 * opened and closed within the step leaves no row.
 */
export function rowsOf(step: Step): StepRows {
  const touched = touchedKeys(step);
  const alive = (key: Key): boolean => step.state.elements[key] !== undefined;
  const tasks = step.events.flatMap((event) =>
    event.type === 'user-task-created' && alive(event.key) ? [taskRow(step, event)] : [],
  );
  const jobs = step.events.flatMap((event) =>
    event.type === 'job-created' && alive(event.key) ? [jobRow(step, event)] : [],
  );
  return {
    journal: {
      instance_id: step.instanceId,
      revision: step.revision,
      at: step.at,
      command: step.command,
      actor: step.actor,
      events: step.events,
    },
    tasks,
    taskTerms: taskTermRows(step, new Set(tasks.map(({ key }) => key))),
    timers: [...touched.timers].flatMap((key) => timerRow(step, key)),
    jobs,
    subscriptions: [...touched.subscriptions].flatMap((key) => subscriptionRow(step, key)),
    incidents: [...touched.incidents].flatMap((key) => incidentRow(step, key)),
    elementsEnded: ended(step, touched.waits, step.before?.elements, {}),
    timersEnded: ended(step, touched.timers, step.before?.timers, step.state.timers),
    subscriptionsEnded: ended(step, touched.subscriptions, openIn(step.before), openIn(step.state)),
    incidentsEnded: ended(step, touched.incidents, step.before?.incidents, step.state.incidents),
  };
}

interface TouchedKeys {
  /** Elements whose wait is over. */
  readonly waits: Set<Key>;
  readonly timers: Set<Key>;
  readonly subscriptions: Set<Key>;
  readonly incidents: Set<Key>;
}

function touchedKeys({ events, state }: Step): TouchedKeys {
  const touched: TouchedKeys = { waits: new Set(), timers: new Set(), subscriptions: new Set(), incidents: new Set() };
  for (const event of events) {
    switch (event.type) {
      case 'element-leaving':
      case 'element-completed':
      case 'element-terminated':
        touched.waits.add(event.key);
        break;
      case 'timer-scheduled':
        touched.timers.add(event.timer.key);
        break;
      case 'timer-rearmed':
        touched.timers.add(event.timer.key);
        break;
      case 'timer-fired':
      case 'timer-moved':
      case 'timer-suspended':
      case 'timer-resumed':
      case 'timer-cancelled':
        touched.timers.add(event.key);
        break;
      case 'subscription-opened':
        touched.subscriptions.add(event.subscription.key);
        break;
      case 'subscription-closed':
      case 'subscription-triggered':
        touched.subscriptions.add(event.key);
        break;
      case 'incident-raised':
        touched.incidents.add(event.incident.key);
        break;
      case 'incident-resolved':
        touched.incidents.add(event.key);
        break;
      case 'instance-suspended':
      case 'instance-resumed':
        for (const key of Object.keys(state.timers)) touched.timers.add(Number(key));
        for (const key of Object.keys(state.subscriptions)) touched.subscriptions.add(Number(key));
        break;
      default:
        break; // moves tokens or variables only, which live in the state
    }
  }
  return touched;
}

/** Nobody finds the subscriptions of a suspended instance: its messages are kept until it is resumed. */
function openIn(state: InstanceState | undefined): InstanceState['subscriptions'] | undefined {
  return state?.suspendedAt === undefined ? state?.subscriptions : undefined;
}

/** Rows that exist since an earlier step and are over now. */
function ended(
  step: Step,
  touched: ReadonlySet<Key>,
  before: Readonly<Record<Key, unknown>> | undefined,
  after: Readonly<Record<Key, unknown>> = {},
): RowKey[] {
  return [...touched]
    .filter((key) => before?.[key] !== undefined && after[key] === undefined)
    .map((key) => ({ instance_id: step.instanceId, key }));
}

function taskRow(step: Step, event: Extract<EngineEvent, { type: 'user-task-created' }>): TaskRow {
  const task: TaskOffer = event.task;
  return {
    instance_id: step.instanceId,
    key: event.key,
    element_id: event.elementId,
    name: task.name,
    lane: task.lane ?? null,
    unit: task.unit ?? null,
    assignee: task.assignee ?? null,
    candidate_users: task.candidateUsers,
    candidate_groups: task.candidateGroups,
    form: task.form ?? null,
    due_at: task.dueAt ?? null,
    warn_at: task.warnAt ?? null,
    created_at: step.at,
    outcomes: task.outcomes,
    properties: task.properties,
    suspended: false,
  };
}

function jobRow(step: Step, event: Extract<EngineEvent, { type: 'job-created' }>): JobRow {
  const { topic, properties } = event.job;
  return {
    instance_id: step.instanceId,
    key: event.key,
    element_id: event.elementId,
    topic,
    properties,
    retries: retriesOf(properties),
    created_at: step.at,
  };
}

function timerRow(step: Step, key: Key): TimerRow[] {
  const timer = step.state.timers[key];
  if (!timer) return [];
  return [
    {
      instance_id: step.instanceId,
      key,
      root_id: step.rootId,
      owner_key: timer.owner,
      element_id: timer.elementId,
      due_at: timer.dueAt,
      suspended: timer.suspendedAt !== undefined || step.state.suspendedAt !== undefined,
    },
  ];
}

function subscriptionRow(step: Step, key: Key): SubscriptionRow[] {
  const subscription = openIn(step.state)?.[key];
  if (!subscription) return [];
  return [
    {
      instance_id: step.instanceId,
      key,
      owner_key: subscription.owner,
      element_id: subscription.elementId,
      type: subscription.type,
      name: subscription.name,
      correlation: subscription.correlation,
      correlation_key: correlationKey(subscription.correlation),
      opened_at: step.at,
    },
  ];
}

function incidentRow(step: Step, key: Key): IncidentRow[] {
  const incident = step.state.incidents[key];
  if (!incident) return [];
  return [
    {
      instance_id: step.instanceId,
      key,
      owner_key: incident.owner ?? null,
      definition_id: step.definition.id,
      element_id: incident.elementId,
      code: incident.code,
      message: incident.message,
      raised_at: incident.at,
    },
  ];
}
