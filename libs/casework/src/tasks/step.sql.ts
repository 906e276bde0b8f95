import { taskIdOf } from '@lianban/engine';
import type { Database, Transaction } from '@lianban/platform';
import { acceptedFrom } from '../hand-overs/acceptance.sql.js';
import { recusedAccounts } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { lightSql } from './light.sql.js';
import type { Step, StepId, TaskRef } from './step.js';

const columns = `instance_id AS "instanceId", key, case_id AS "caseId", element_id AS "elementId", name,
  definition_key AS "definitionKey", definition_version AS "definitionVersion", unit_id AS "unitId",
  unit_name AS "unitName", pools, ${recusedAccounts} AS recused, outcomes, properties,
  form_key AS "formKey", form_version AS "formVersion", assignee_id AS "assigneeId", assignee_name AS "assigneeName",
  received_at AS "receivedAt", warn_at AS "warnAt", due_at AS "dueAt", warn_event AS "warnEvent",
  due_event AS "dueEvent", term_key AS "termKey", calendar_id AS "calendarId", suspended, state, finished_by_name AS "finishedByName"`;

/** The step with this id, without a lock. */
export async function findStep(db: Database | Transaction, { instanceId, key }: StepId): Promise<Step | undefined> {
  const [step] = await db.query<Step>({
    name: 'casework-step',
    text: `SELECT ${columns} FROM casework.step WHERE instance_id = $1 AND key = $2`,
    values: [instanceId, key],
  });
  return step;
}

/** One of the open steps whose term these timers carry. */
export async function findStepOfTerm(
  db: Database | Transaction,
  { instanceId, key }: StepId,
): Promise<Step | undefined> {
  const [step] = await db.query<Step>({
    name: 'casework-step-of-term',
    text: `SELECT ${columns} FROM casework.step
           WHERE instance_id = $1 AND term_key = $2 AND state = 'open' ORDER BY key LIMIT 1`,
    values: [instanceId, key],
  });
  return step;
}

/** The last step, open or not, whose term these timers carry. */
export async function lastStepOfTerm(tx: Transaction, { instanceId, key }: StepId): Promise<Step | undefined> {
  const [step] = await tx.query<Step>({
    name: 'casework-last-of-term',
    text: `SELECT ${columns} FROM casework.step WHERE instance_id = $1 AND term_key = $2 ORDER BY key DESC LIMIT 1`,
    values: [instanceId, key],
  });
  return step;
}

/** The steps with these ids, in their order; what is not there is left out. */
export async function findSteps(db: Database | Transaction, ids: readonly StepId[]): Promise<Step[]> {
  const steps: Step[] = [];
  for (const id of ids) {
    const step = await findStep(db, id);
    if (step) steps.push(step);
  }
  return steps;
}

/** The open steps of one process instance, locked until the end of the transaction. */
export async function lockOpenSteps(tx: Transaction, instanceId: string): Promise<Step[]> {
  return await tx.query<Step>({
    name: 'casework-open-steps',
    text: `SELECT ${columns} FROM casework.step WHERE instance_id = $1 AND state = 'open' ORDER BY key FOR UPDATE`,
    values: [instanceId],
  });
}

/** The open steps of a case, the earliest due first. */
export async function openStepsOfCase(db: Database | Transaction, caseId: string): Promise<Step[]> {
  return await db.query<Step>({
    name: 'casework-case-steps',
    text: `SELECT ${columns} FROM casework.step WHERE case_id = $1 AND state = 'open' ORDER BY due_sort, instance_id, key`,
    values: [caseId],
  });
}

/** As {@link openStepsOfCase}, without what goes on beside the case: helpers and supervision orders. */
export async function ownStepsOfCase(db: Database | Transaction, caseId: string): Promise<Step[]> {
  return await db.query<Step>({
    name: 'casework-own-steps',
    text: `SELECT ${columns} FROM casework.step WHERE case_id = $1 AND state = 'open'
             AND ${isOwnStep}
           ORDER BY due_sort, instance_id, key`,
    values: [caseId],
  });
}

/** Whether a unit, or what has gone into it, let a term of the case lapse; the term of an order is that of its answer. */
export async function lapsedInCase(
  tx: Transaction,
  caseId: string,
  { unitId, now }: { readonly unitId: string; readonly now: Date },
): Promise<boolean> {
  const found = await tx.query({
    name: 'casework-lapsed-in-case',
    text: `SELECT FROM casework.step LEFT JOIN casework.side_process side ON side.id = step.instance_id
           WHERE step.case_id = $1 AND coalesce(organisation.standing_unit(step.unit_id), step.unit_id) = $2
             AND side.kind IS DISTINCT FROM 'supervision'
             AND (step.state = 'lapsed' OR ${lightSql('step', '$3::timestamptz')} = 'red') LIMIT 1`,
    values: [caseId, unitId, now],
  });
  return found.length > 0;
}

/** Open steps go over to another version of their process with the elements that they stand for. */
export async function migrateSteps(
  tx: Transaction,
  instanceId: string,
  to: { readonly key: string; readonly version: number; readonly renamed: Readonly<Record<string, string>> },
): Promise<void> {
  await tx.query({
    text: `UPDATE casework.step SET definition_key = $2, definition_version = $3,
             element_id = coalesce($4::jsonb ->> element_id, element_id),
             warn_event = coalesce($4::jsonb ->> warn_event, warn_event),
             due_event = coalesce($4::jsonb ->> due_event, due_event)
           WHERE instance_id = $1 AND state = 'open'`,
    values: [instanceId, to.key, to.version, JSON.stringify(to.renamed)],
  });
}

/** A step that a diagram just offered. */
export interface NewStep extends Omit<Step, NotYet> {
  /** Id of the form that the diagram names. */
  readonly form: string | null;
}

type NotYet = 'assigneeId' | 'assigneeName' | 'recused' | 'state' | 'finishedByName' | 'formKey' | 'formVersion';

/** Writes steps that the engine opened; nobody holds them yet. A form that there is not is not shown. */
export async function insertSteps(tx: Transaction, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query({
    name: 'casework-insert-steps',
    text: `INSERT INTO casework.step (instance_id, key, case_id, element_id, name, definition_key, definition_version,
             unit_id, unit_name, pools, outcomes, properties, received_at, warn_at, due_at, warn_event, due_event,
             term_key, calendar_id, suspended, form_key, form_version)
           SELECT "instanceId", step.key, "caseId", "elementId", step.name, "definitionKey", "definitionVersion", "unitId",
             "unitName", ARRAY(SELECT jsonb_array_elements_text(pools)), outcomes, properties, "receivedAt", "warnAt",
             "dueAt", "warnEvent", "dueEvent", "termKey", "calendarId", suspended, shown.key, shown.version
           FROM jsonb_to_recordset($1::jsonb) AS step("instanceId" uuid, key int, "caseId" uuid, "elementId" text, name text,
             "definitionKey" text, "definitionVersion" int, "unitId" text, "unitName" text, pools jsonb, outcomes jsonb,
             properties jsonb, "receivedAt" timestamptz, "warnAt" timestamptz, "dueAt" timestamptz, "warnEvent" text,
             "dueEvent" text, "termKey" int, "calendarId" text, suspended bool, form text)
           LEFT JOIN LATERAL (SELECT form.key, version FROM casework.form WHERE form.key = step.form
             ORDER BY version DESC LIMIT 1) shown ON true`,
    values: [JSON.stringify(steps)],
  });
}

/** How an open step ended. */
export interface StepEnd extends StepId {
  readonly state: 'done' | 'lapsed' | 'cancelled';
  readonly at: Date;
  readonly outcome?: string | undefined;
  readonly opinion?: string | undefined;
  readonly byId?: string | undefined;
  readonly byName?: string | undefined;
}

/** Closes an open step. */
export async function endStep(tx: Transaction, end: StepEnd): Promise<void> {
  await tx.query({
    name: 'casework-end-step',
    text: `UPDATE casework.step SET state = $3, finished_at = $4, outcome = $5, opinion = $6, finished_by = $7,
             finished_by_name = $8, suspended = false
           WHERE instance_id = $1 AND key = $2 AND state = 'open'`,
    values: [
      end.instanceId,
      end.key,
      end.state,
      end.at,
      end.outcome ?? null,
      end.opinion ?? null,
      end.byId ?? null,
      end.byName ?? null,
    ],
  });
}

/** The terms of an open step after its timers were moved, stopped or started again. */
export interface StepTerm extends StepId {
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  readonly suspended: boolean;
}

/** Writes the terms of an open step. */
export async function setTerm(tx: Transaction, term: StepTerm): Promise<void> {
  await tx.query({
    name: 'casework-set-term',
    text: `UPDATE casework.step SET warn_at = $3, due_at = $4, suspended = $5
           WHERE instance_id = $1 AND key = $2 AND state = 'open'`,
    values: [term.instanceId, term.key, term.warnAt, term.dueAt, term.suspended],
  });
}

/**
 * Gives a step that has ended to a person unless another person holds it, or they step aside from the case; says whether that worked,
 * and who still helps with it. What they had written for it and not sent goes.
 */
export async function assignStep(
  tx: Transaction,
  id: StepId,
  person: { id: string; name: string },
): Promise<{ readonly assigned: boolean; readonly helpers: readonly string[] }> {
  const [row] = await tx.query<{ readonly assigned: boolean; readonly helpers: readonly string[] }>({
    name: 'casework-assign-step',
    text: `WITH assigned AS (
             UPDATE casework.step SET assignee_id = $3, assignee_name = $4, claimed_at = coalesce(claimed_at, finished_at)
             WHERE instance_id = $1 AND key = $2 AND (assignee_id IS NULL OR assignee_id = $3)
               AND NOT casework.is_recused(case_id, $3) RETURNING step.*),
             ${acceptedFrom('assigned')},
             sent AS (DELETE FROM casework.task_draft WHERE instance_id = $1 AND key = $2 AND account_id = $3)
           SELECT EXISTS (SELECT FROM assigned) AS assigned, ARRAY(
             SELECT unit_name FROM casework.side_process
             WHERE for_instance = $1 AND for_key = $2 AND ended_at IS NULL ORDER BY asked_at, id) AS helpers`,
    values: [id.instanceId, id.key, person.id, person.name],
  });
  return row ?? { assigned: false, helpers: [] };
}

/** How answers name a task. */
export function taskRefOf(step: Step): TaskRef {
  return {
    id: taskIdOf(step.instanceId, step.key),
    elementId: step.elementId,
    name: step.name,
    unit: step.unitName,
    dueAt: step.dueAt?.toISOString() ?? null,
  };
}
