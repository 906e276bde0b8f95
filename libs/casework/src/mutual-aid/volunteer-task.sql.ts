import type { Database, Transaction } from '@lianban/platform';
import { openResident } from '../sealing/resident.sql.js';
import type { StepId, TaskOutcome } from '../tasks/step.js';
import type { VolunteerBox } from './mutual-aid.js';

/** A task for volunteers with what they may know of it. */
export interface VolunteerTaskRow extends StepId {
  readonly code: string;
  readonly note: string;
  readonly skill: string | null;
  readonly station: string;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly suspended: boolean;
  readonly outcomes: readonly TaskOutcome[];
  readonly state: 'open' | 'done' | 'lapsed' | 'cancelled';
  readonly outcome: string | null;
  readonly report: string | null;
  /** How the whole offer ended. */
  readonly sideOutcome: string | null;
  readonly sideEnded: boolean;
}

/** Who asks: the account, and the units where it may help. */
export interface VolunteerScope {
  readonly accountId: string;
  readonly paths: readonly string[];
}

const columns = `step.instance_id AS "instanceId", step.key, file.code, side.text AS note, skill.name AS skill,
  unit.name AS station, step.received_at AS "receivedAt", step.due_at AS "dueAt", step.calendar_id AS "calendarId",
  step.suspended, step.outcomes, step.state, step.outcome, step.opinion AS report, side.outcome AS "sideOutcome",
  side.ended_at IS NOT NULL AS "sideEnded"`;

const tables = `casework.step JOIN casework.side_process side ON side.id = step.instance_id
  JOIN casework.case_file file ON file.id = step.case_id
  JOIN organisation.unit ON unit.id = step.unit_id
  LEFT JOIN casework.volunteer_skill skill ON skill.code = side.skill_code`;

/** The station still has the case: what it offered is ended by the worker a moment after it left. */
const leadOpen = `EXISTS (SELECT FROM casework.step lead
      WHERE lead.instance_id = side.for_instance AND lead.key = side.for_key AND lead.state = 'open')`;

/** From the roster on: the station's open offers that ask for nothing that the volunteer cannot do, while it has the case. */
export function offeredSql(account: string, paths: string): string {
  return `casework.volunteer me JOIN ${tables} ON step.unit_id = me.unit_id
  WHERE me.account_id = ${account} AND me.active AND unit.path LIKE ANY(${paths})
    AND step.state = 'open' AND step.properties ->> 'volunteers' = 'take'
    AND (side.skill_code IS NULL OR side.skill_code = ANY(me.skills)) AND NOT casework.is_recused(step.case_id, ${account})
    AND ${leadOpen}`;
}

/** What somebody took; `properties ?` is what the index holds. */
export function takenSql(account: string, paths: string): string {
  return `${tables} WHERE step.assignee_id = ${account} AND step.properties ? 'volunteers'
    AND step.properties ->> 'volunteers' = 'help' AND NOT casework.is_recused(step.case_id, ${account})
    AND unit.path LIKE ANY(${paths})`;
}

/** One page of a box, the newest first. */
export async function volunteerTasks(
  db: Database,
  { accountId, paths }: VolunteerScope,
  page: { readonly box: VolunteerBox; readonly after: string | undefined; readonly limit: number },
): Promise<VolunteerTaskRow[]> {
  return await db.query<VolunteerTaskRow>({
    name: `casework-volunteer-${page.box}`,
    text: `SELECT ${columns} FROM ${fromOf(page.box)} AND ($3::uuid IS NULL OR step.instance_id < $3)
           ORDER BY step.instance_id DESC LIMIT $4`,
    values: [accountId, paths.map((path) => `${path}%`), page.after ?? null, page.limit],
  });
}

function fromOf(box: VolunteerBox): string {
  const [account, paths] = ['$1', '$2::text[]'] as const;
  switch (box) {
    case 'offered':
      return offeredSql(account, paths);
    case 'mine':
      return `${takenSql(account, paths)} AND step.state = 'open'`;
    case 'done':
      return `${takenSql(account, paths)} AND step.state <> 'open'`;
  }
}

/** Whether a matter was offered to somebody, who may know of it then; also when somebody else was first. */
export async function wasOffered(
  tx: Transaction,
  { instanceId, key }: StepId,
  { accountId, paths }: VolunteerScope,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-was-offered',
    text: `SELECT FROM casework.volunteer me JOIN ${tables} ON step.unit_id = me.unit_id
           WHERE me.account_id = $1 AND me.active AND unit.path LIKE ANY($2::text[])
             AND step.instance_id = $3 AND step.key = $4
             AND (side.skill_code IS NULL OR side.skill_code = ANY(me.skills))
             AND NOT casework.is_recused(step.case_id, $1) AND ${leadOpen}`,
    values: [accountId, paths.map((path) => `${path}%`), instanceId, key],
  });
  return rows.length > 0;
}

/** Whether somebody is still a volunteer where a matter that they took is, and the lead still has the case. */
export async function mayHelp(
  tx: Transaction,
  { instanceId, key }: StepId,
  { accountId, paths }: VolunteerScope,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-may-help',
    text: `SELECT FROM casework.volunteer me JOIN ${tables} ON step.unit_id = me.unit_id
           WHERE me.account_id = $1 AND me.active AND unit.path LIKE ANY($2::text[])
             AND step.instance_id = $3 AND step.key = $4
             AND NOT casework.is_recused(step.case_id, $1) AND ${leadOpen}`,
    values: [accountId, paths.map((path) => `${path}%`), instanceId, key],
  });
  return rows.length > 0;
}

/** Whom the case of a task is about; the caller has checked whose the task is. */
export async function residentOf(
  tx: Transaction,
  caseId: string,
): Promise<
  { readonly name: string | null; readonly phone: string | null; readonly address: string | null } | undefined
> {
  const [resident] = await tx.query<{ name: string | null; phone: string | null; address: string | null }>({
    name: 'casework-resident-of',
    text: `SELECT CASE WHEN NOT anonymous THEN resident_name END AS name,
             CASE WHEN NOT anonymous THEN resident_phone END AS phone, address
           FROM casework.case_file WHERE id = $1`,
    values: [caseId],
  });
  return resident && openResident(tx, caseId, resident);
}
