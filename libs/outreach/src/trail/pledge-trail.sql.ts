import type { TrailActor } from '@lianban/casework';
import type { Database, Transaction } from '@lianban/platform';
import type { PledgeLine } from '../pledges/pledge.js';

/** How many lines are shown; no course comes near it. */
const mostLines = 500;

/** A line as it is written. */
interface LineDraft {
  readonly subject: string;
  readonly kind: string;
  readonly at: Date;
  readonly actor: TrailActor;
  readonly opinion: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Writes lines; they cannot be changed any more. */
export async function appendLines(tx: Transaction, lines: readonly LineDraft[]): Promise<void> {
  await tx.query({
    name: 'outreach-append-lines',
    text: `INSERT INTO outreach.pledge_trail (subject_id, kind, at, actor, opinion, detail)
           SELECT subject, kind, at, actor, opinion, detail FROM jsonb_to_recordset($1::jsonb)
             AS line(subject uuid, kind text, at timestamptz, actor jsonb, opinion text, detail jsonb)`,
    values: [JSON.stringify(lines)],
  });
}

/** The lines of a pledge or a review, the earliest first. */
export async function linesOf(db: Database, subjectId: string): Promise<PledgeLine[]> {
  const rows = await db.query<Omit<PledgeLine, 'at'> & { readonly at: Date }>({
    name: 'outreach-lines',
    text: `SELECT kind, at, actor->>'name' AS by, actor->>'unit' AS unit, opinion, detail
           FROM outreach.pledge_trail WHERE subject_id = $1 ORDER BY id LIMIT ${mostLines}`,
    values: [subjectId],
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
