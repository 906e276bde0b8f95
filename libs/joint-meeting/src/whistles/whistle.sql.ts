import { lightSql } from '@lianban/casework';
import type { Database, Transaction } from '@lianban/platform';
import { mayKnow, type Reader } from '../meetings/reader.sql.js';
import type { NewWhistle, WhistleItem, WhistleKind, WhistleScore, WhistleTask } from './whistle.js';

/** A kind with how many days beforehand a whistle may be blown. */
type WhistleKindRow = WhistleKind & { readonly aheadDays: number };

/** Kinds that may be chosen, in the order of the screen. */
export async function whistleKinds(db: Database | Transaction): Promise<WhistleKindRow[]> {
  return await db.query<WhistleKindRow>({
    name: 'joint-meeting-whistle-kinds',
    text: `SELECT code, name, grace_minutes AS "graceMinutes", ahead_days AS "aheadDays"
           FROM joint_meeting.whistle_kind
           WHERE active ORDER BY position, code`,
  });
}

/** A unit as a whistle keeps it. */
export interface CalledUnit {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** A whistle as it is first written. */
export interface WhistleRow extends Pick<NewWhistle, 'kind' | 'text' | 'place'> {
  readonly id: string;
  readonly caseId: string;
  readonly caller: CalledUnit;
  readonly at: Date;
  readonly reportBy: Date;
  readonly blownAt: Date;
  readonly blownBy: string;
  readonly blownByName: string;
  readonly visibleTo: readonly string[];
}

/** Writes a whistle with the units that it calls. */
export async function insertWhistle(tx: Transaction, row: WhistleRow, units: readonly CalledUnit[]): Promise<void> {
  await tx.query({
    name: 'joint-meeting-insert-whistle',
    text: `INSERT INTO joint_meeting.whistle (id, case_id, kind_code, caller_id, caller_name, text, place, at,
             report_by, blown_at, blown_by, blown_by_name, visible_to)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      row.id,
      row.caseId,
      row.kind,
      row.caller.id,
      row.caller.name,
      row.text,
      row.place,
      row.at,
      row.reportBy,
      row.blownAt,
      row.blownBy,
      row.blownByName,
      row.visibleTo,
    ],
  });
  await tx.query({
    name: 'joint-meeting-insert-whistle-units',
    text: `INSERT INTO joint_meeting.whistle_unit (whistle_id, unit_id, unit_name, report_by)
           SELECT $1, id, name, $3 FROM jsonb_to_recordset($2::jsonb) AS unit(id text, name text)`,
    values: [row.id, JSON.stringify(units.map(({ id, name }) => ({ id, name }))), row.reportBy],
  });
}

/** A whistle as it is read. */
export interface WhistleRead extends Omit<WhistleItem, 'at' | 'endedAt'> {
  readonly mark: string;
  readonly callerPath: string;
  readonly text: string;
  readonly at: Date;
  readonly reportBy: Date;
  readonly blownAt: Date;
  readonly blownBy: string;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly outcome: string | null;
}

/**
 * One page of the whistles that somebody's units may see, the latest first, without cases of which the reader may not
 * know; or a single one.
 */
export async function findWhistles(
  db: Database,
  { accountId, unitIds }: Reader,
  page: { readonly id?: string; readonly limit: number; readonly after?: readonly [string, string] | undefined },
): Promise<WhistleRead[]> {
  const [at = null, id = null] = page.after ?? [];
  return await db.query<WhistleRead>({
    name: 'joint-meeting-whistles',
    text: `SELECT whistle.id, whistle.case_id AS "caseId", file.code, file.title, kind.name AS kind, caller_name AS caller,
             calling.path AS "callerPath", whistle.text, place, whistle.at, report_by AS "reportBy",
             blown_at AS "blownAt", blown_at::text AS mark, blown_by_name AS "blownBy", ended_at AS "endedAt",
             ended_by_name AS "endedBy", outcome,
             (SELECT count(*)::int FROM joint_meeting.whistle_unit WHERE whistle_id = whistle.id) AS called,
             (SELECT count(arrived_at)::int FROM joint_meeting.whistle_unit WHERE whistle_id = whistle.id) AS there
           FROM joint_meeting.whistle JOIN casework.case_file file ON file.id = whistle.case_id
             JOIN joint_meeting.whistle_kind kind ON kind.code = whistle.kind_code
             JOIN organisation.unit calling ON calling.id = caller_id
           WHERE visible_to && $1::text[] AND ($2::uuid IS NULL OR whistle.id = $2)
             AND ${mayKnow({ caseId: 'file.id', visibleTo: 'visible_to', account: '$6', units: '$1' })}
             AND ($3::timestamptz IS NULL OR (blown_at, whistle.id) < ($3::timestamptz, $4::uuid))
           ORDER BY blown_at DESC, whistle.id DESC LIMIT $5`,
    values: [unitIds, page.id ?? null, at, id, page.limit, accountId],
  });
}

/** A called unit as it is read, with the helper's tasks that it got from the whistle on. */
export interface WhistleUnitRead {
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly arrivedAt: Date | null;
  readonly arrived: string | null;
  readonly recordedBy: string | null;
  readonly ofUnit: WhistleScore | null;
  readonly ofCaller: WhistleScore | null;
  readonly tasks: readonly WhistleTask[];
}

const score = (side: string): string =>
  `CASE WHEN ${side}_score IS NOT NULL THEN jsonb_build_object('score', ${side}_score, 'remark', ${side}_remark,
     'by', ${side}_scored_by_name) END`;

/** The units that a whistle called, by name. */
export async function unitsOfWhistle(db: Database | Transaction, id: string, now: Date): Promise<WhistleUnitRead[]> {
  return await db.query<WhistleUnitRead>({
    name: 'joint-meeting-whistle-units',
    text: `SELECT called.unit_id AS "unitId", called.unit_name AS unit, own.path, arrived_at AS "arrivedAt",
             arrived, recorded_by_name AS "recordedBy", ${score('of_unit')} AS "ofUnit", ${score('of_caller')} AS "ofCaller",
             (SELECT coalesce(jsonb_agg(jsonb_build_object('name', step.name, 'state', step.state, 'dueAt', step.due_at,
                'light', ${lightSql('step', '$2::timestamptz')}) ORDER BY step.received_at), '[]')
              FROM casework.side_process side JOIN casework.step ON step.instance_id = side.id
              WHERE side.case_id = whistle.case_id AND side.kind = 'assist' AND side.unit_id = called.unit_id
                AND side.asked_at >= whistle.blown_at) AS tasks
           FROM joint_meeting.whistle_unit called JOIN joint_meeting.whistle ON whistle.id = called.whistle_id
             JOIN organisation.unit own ON own.id = called.unit_id
           WHERE whistle_id = $1 ORDER BY called.unit_name, called.unit_id`,
    values: [id, now],
  });
}

/** Locks a whistle; whether it has ended, and its case. Undefined where there is none. */
export async function lockWhistle(
  tx: Transaction,
  id: string,
): Promise<{ readonly caseId: string; readonly ended: boolean } | undefined> {
  const [row] = await tx.query<{ caseId: string; ended: boolean }>({
    name: 'joint-meeting-lock-whistle',
    text: `SELECT case_id AS "caseId", ended_at IS NOT NULL AS ended FROM joint_meeting.whistle WHERE id = $1 FOR UPDATE`,
    values: [id],
  });
  return row;
}

/** Keeps who came for a unit and when; what was kept before is replaced. */
export async function keepArrival(
  tx: Transaction,
  at: { readonly id: string; readonly unitId: string; readonly by: string },
  { who, arrivedAt }: { readonly who: string; readonly arrivedAt: Date },
): Promise<void> {
  await tx.query({
    name: 'joint-meeting-whistle-arrival',
    text: `UPDATE joint_meeting.whistle_unit SET arrived_at = $3, arrived = $4, recorded_by_name = $5
           WHERE whistle_id = $1 AND unit_id = $2`,
    values: [at.id, at.unitId, arrivedAt, who, at.by],
  });
}

/** Ends a whistle with what came of it. */
export async function keepEnd(
  tx: Transaction,
  id: string,
  end: { readonly now: Date; readonly by: string; readonly outcome: string },
): Promise<void> {
  await tx.query({
    name: 'joint-meeting-end-whistle',
    text: 'UPDATE joint_meeting.whistle SET ended_at = $2, ended_by_name = $3, outcome = $4 WHERE id = $1',
    values: [id, end.now, end.by, end.outcome],
  });
}

/** Keeps a score; whether there was none before. */
export async function keepScore(
  tx: Transaction,
  at: { readonly id: string; readonly unitId: string; readonly of: 'unit' | 'caller' },
  said: { readonly score: number; readonly remark: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const side = `of_${at.of}`;
  const kept = await tx.query({
    name: `joint-meeting-score-${at.of}`,
    text: `UPDATE joint_meeting.whistle_unit SET ${side}_score = $3, ${side}_remark = $4, ${side}_scored_by_name = $5,
             ${side}_scored_at = $6 WHERE whistle_id = $1 AND unit_id = $2 AND ${side}_score IS NULL RETURNING unit_id`,
    values: [at.id, at.unitId, said.score, said.remark, said.by, said.now],
  });
  return kept.length > 0;
}

/** A unit that did not come. */
export interface AbsentUnit extends CalledUnit {
  readonly whistleId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly place: string;
  readonly blownBy: string;
  /** Its place in the order. */
  readonly mark: string;
}

/** Units that have not come in time to a whistle that went on, of which nobody was told yet, page by page. */
export async function absentUnits(
  db: Database,
  now: Date,
  { after, limit }: { readonly after: AbsentUnit | undefined; readonly limit: number },
): Promise<AbsentUnit[]> {
  return await db.query<AbsentUnit>({
    name: 'joint-meeting-absent',
    text: `SELECT called.whistle_id AS "whistleId", called.unit_id AS id, called.unit_name AS name,
             own.path, whistle.case_id AS "caseId", kind.name AS kind, whistle.place,
             whistle.blown_by AS "blownBy", called.report_by::text AS mark
           FROM joint_meeting.whistle_unit called JOIN joint_meeting.whistle ON whistle.id = called.whistle_id
             JOIN joint_meeting.whistle_kind kind ON kind.code = whistle.kind_code
             JOIN organisation.unit own ON own.id = called.unit_id
           WHERE called.arrived_at IS NULL AND called.absent_told_at IS NULL AND called.report_by < $1
             AND (whistle.ended_at IS NULL OR whistle.ended_at > called.report_by)
             AND ($2::timestamptz IS NULL OR
               (called.report_by, called.whistle_id, called.unit_id) > ($2::timestamptz, $3::uuid, $4::text))
           ORDER BY called.report_by, called.whistle_id, called.unit_id LIMIT $5`,
    values: [now, after?.mark ?? null, after?.whistleId ?? null, after?.id ?? null, limit],
  });
}

/** Notes that it is told that a unit did not come; whether that was still to be told. Locks the case first, as acts do. */
export async function keepAbsence(
  tx: Transaction,
  { whistleId, caseId, id }: Pick<AbsentUnit, 'whistleId' | 'caseId' | 'id'>,
  now: Date,
): Promise<boolean> {
  await tx.query({
    name: 'joint-meeting-absent-case',
    text: 'SELECT FROM casework.case_file WHERE id = $1 FOR KEY SHARE',
    values: [caseId],
  });
  const kept = await tx.query({
    name: 'joint-meeting-keep-absence',
    text: `UPDATE joint_meeting.whistle_unit SET absent_told_at = $3
           WHERE whistle_id = $1 AND unit_id = $2 AND arrived_at IS NULL AND absent_told_at IS NULL RETURNING unit_id`,
    values: [whistleId, id, now],
  });
  return kept.length > 0;
}
