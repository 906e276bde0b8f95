import type { Database, DomainError, Transaction } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import type { OutcomeScope } from './outcome-access.service.js';

/** What bulletins and talks have in common, as they stand, with the path of their unit. */
export interface OutcomeRow {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly state: string;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly answer: string | null;
}

/** A table of what the ladder leaves units with; its texts are constants of the code. */
export interface OutcomeTable<Row extends OutcomeRow> {
  /** Also how it is named in the history and among notices. */
  readonly name: 'bulletin' | 'talk';
  /** Columns that only this table has, with their cast where there is one. */
  readonly columns: Readonly<Record<Exclude<keyof Row, keyof OutcomeRow>, string>>;
  /** Column with the instant at which it was drafted or planned. */
  readonly begunAt: string;
  /** Expression for the day by which something is to be mended. */
  readonly mendBy: string;
  /** States that who answers for the unit sees. */
  readonly shown: readonly string[];
  /** The state in which the unit acknowledges it. */
  readonly told: string;
  readonly unknown: (id: string) => DomainError;
  readonly stateWrong: (state: string, expected: string) => DomainError;
}

/** Which of them are asked for; null: all. */
export interface OutcomeFilter {
  readonly unit: string | null;
  readonly states: readonly string[] | null;
  /** Those that were to be mended before a day. */
  readonly mendBefore: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly timeZone: string;
  readonly after: string | null;
  readonly limit: number;
}

/** Who did it, and when. */
export interface Signature {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
}

/** Those that a scope reaches, the newest first. */
export async function findOutcomes<Row extends OutcomeRow>(
  db: Database,
  table: OutcomeTable<Row>,
  scope: OutcomeScope,
  filter: OutcomeFilter,
): Promise<Row[]> {
  const { name, begunAt, mendBy } = table;
  return await db.query<Row>({
    name: `casework-${name}s`,
    text: `${reached(table)}
             AND ($5::text IS NULL OR ${name}.unit_id = $5) AND ($6::text[] IS NULL OR ${name}.state = ANY($6))
             AND ($7::date IS NULL OR ${mendBy} < $7)
             AND ($8::date IS NULL OR ${begunAt} >= $8::date::timestamp AT TIME ZONE $10)
             AND ($9::date IS NULL OR ${begunAt} < ($9::date + 1)::timestamp AT TIME ZONE $10)
             AND ($11::uuid IS NULL OR ${name}.id < $11)
           ORDER BY ${name}.id DESC LIMIT $12`,
    values: [
      ...reach(table, scope),
      filter.unit,
      filter.states,
      filter.mendBefore,
      filter.from,
      filter.to,
      filter.timeZone,
      filter.after,
      filter.limit,
    ],
  });
}

/** One that a scope reaches. */
export async function findOutcome<Row extends OutcomeRow>(
  db: Database,
  table: OutcomeTable<Row>,
  scope: OutcomeScope,
  id: string,
): Promise<Row | undefined> {
  const [row] = await db.query<Row>({
    name: `casework-${table.name}`,
    text: `${reached(table)} AND ${table.name}.id = $5`,
    values: [...reach(table, scope), id],
  });
  return row;
}

/** Keeps that the unit has read it; false where there is nothing to read, or it was read before. */
export async function acknowledgeOutcome<Row extends OutcomeRow>(
  tx: Transaction,
  { name, told }: OutcomeTable<Row>,
  id: string,
  { by, answer }: { readonly by: Signature; readonly answer: string },
): Promise<boolean> {
  const rows = await tx.query({
    name: `casework-acknowledge-${name}`,
    text: `UPDATE casework.${name} SET state = 'acknowledged', acknowledged_by = $2, acknowledged_by_name = $3,
             acknowledged_at = $4, answer = nullif($5, '')
           WHERE id = $1 AND state = $6 RETURNING 1`,
    values: [id, by.id, by.name, by.at, answer, told],
  });
  return rows.length > 0;
}

/** The beginning of a statement: rows that the scope of {@link reach} reaches. */
function reached<Row extends OutcomeRow>({ name, columns }: OutcomeTable<Row>): string {
  const own = Object.entries<string>(columns).map(([field, column]) => `${name}.${column} AS "${field}"`);
  return `SELECT ${name}.id, case_id AS "caseId", file.code, file.title AS "caseTitle", ${name}.unit_id AS "unitId",
      ${name}.unit_name AS unit, unit.path, ${name}.state, acknowledged_by_name AS "acknowledgedBy",
      acknowledged_at AS "acknowledgedAt", answer, ${own.join(', ')}
    FROM casework.${name} JOIN casework.case_file file ON file.id = case_id
      JOIN organisation.unit ON unit.id = ${name}.unit_id
    WHERE (unit.path LIKE ANY($1::text[]) OR unit.path LIKE ANY($2::text[]) AND ${name}.state = ANY($3::text[]))
      AND ${notRecused('file.id', '$4')}`;
}

function reach<Row extends OutcomeRow>({ shown }: OutcomeTable<Row>, scope: OutcomeScope): readonly unknown[] {
  return [scope.supervised, scope.answered, shown, scope.accountId];
}
