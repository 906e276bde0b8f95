import type { StepRows } from './step-rows.js';
import type { Step } from './step.js';
import type { CreatedInstanceRow, OutboxRow, RowKey, UpdatedInstanceRow, WriteDocument } from './write-document.js';

/**
 * Makes one document of the rows of several steps, in order. Keys are never used twice within an instance, so a row
 * that a later step ended is simply not written; of several versions of a row the last one counts.
 */
export function mergeRows(
  steps: readonly Step[],
  rows: readonly StepRows[],
  outbox: readonly OutboxRow[] = [],
): WriteDocument {
  const elementsEnded = flatten(rows, 'elementsEnded');
  const timersEnded = flatten(rows, 'timersEnded');
  const subscriptionsEnded = flatten(rows, 'subscriptionsEnded');
  const incidentsEnded = flatten(rows, 'incidentsEnded');
  const { created, updated } = instanceRows(steps);
  const parts: Required<WriteDocument> = {
    created,
    updated,
    journal: rows.map(({ journal }) => journal),
    tasks: latest(flatten(rows, 'tasks'), elementsEnded),
    taskTerms: latest(flatten(rows, 'taskTerms'), elementsEnded),
    timers: latest(flatten(rows, 'timers'), timersEnded),
    jobs: latest(flatten(rows, 'jobs'), elementsEnded),
    subscriptions: latest(flatten(rows, 'subscriptions'), subscriptionsEnded),
    incidents: latest(flatten(rows, 'incidents'), incidentsEnded),
    outbox,
    elementsEnded,
    timersEnded,
    subscriptionsEnded,
    incidentsEnded,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part.length > 0)) as unknown as WriteDocument;
}

function flatten<K extends Exclude<keyof StepRows, 'journal'>>(
  rows: readonly StepRows[],
  part: K,
): StepRows[K][number][] {
  const [only] = rows;
  if (rows.length === 1 && only) return [...only[part]] as StepRows[K][number][];
  return rows.flatMap((row) => [...row[part]] as StepRows[K][number][]);
}

function latest<T extends RowKey>(rows: readonly T[], ended: readonly RowKey[]): T[] {
  if (rows.length === 0) return [];
  const gone = new Set(ended.map(nameOf));
  return [...new Map(rows.map((row) => [nameOf(row), row])).values()].filter((row) => !gone.has(nameOf(row)));
}

function nameOf({ instance_id, key }: RowKey): string {
  return `${instance_id}.${key}`;
}

function instanceRows(steps: readonly Step[]): { created: CreatedInstanceRow[]; updated: UpdatedInstanceRow[] } {
  const created: CreatedInstanceRow[] = [];
  const updated: UpdatedInstanceRow[] = [];
  const first = new Map<string, Step>();
  for (const step of steps) if (!first.has(step.instanceId)) first.set(step.instanceId, step);
  const last = new Map(steps.map((step) => [step.instanceId, step]));
  for (const [id, step] of last) {
    const base = (first.get(id) ?? step).revision - 1;
    const now = {
      id,
      status: statusOf(step),
      revision: step.revision,
      incident_count: Object.keys(step.state.incidents).length,
      state: step.state,
      stepped_at: step.at,
      ended_at: step.state.status === 'active' ? null : step.at,
    };
    if (base > 0) updated.push({ ...now, base });
    else created.push({ ...now, ...identityOf(step), started_at: (first.get(id) ?? step).at });
  }
  return { created, updated };
}

function identityOf(
  step: Step,
): Pick<CreatedInstanceRow, 'definition_id' | 'root_id' | 'parent_id' | 'parent_key' | 'business_key'> {
  return {
    definition_id: step.definition.id,
    root_id: step.rootId,
    parent_id: step.parent?.instanceId ?? null,
    parent_key: step.parent?.key ?? null,
    business_key: step.businessKey,
  };
}

function statusOf({ state }: Step): UpdatedInstanceRow['status'] {
  return state.status === 'active' && state.suspendedAt !== undefined ? 'suspended' : state.status;
}
