import type { Database } from '@lianban/platform';
import { concernsSql } from './aside.sql.js';

/** Conditions: what still waits for somebody. */
export const openBulletin = `bulletin.state IN ('draft', 'issued')`;
export const openTalk = `talk.state IN ('planned', 'held', 'acknowledged')`;

/**
 * Bulletins and talks that are not over go on with the successor. What concerns it stays where those above the unit that
 * has ended reach it, and so does a second talk on the same, of which there can be one at a time.
 */
export async function moveOutcomes(db: Database, from: string, to: { id: string; name: string }): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-outcomes',
    text: `WITH bulletin AS (UPDATE casework.bulletin SET unit_id = $2, unit_name = $3 FROM casework.case_file file
               WHERE bulletin.unit_id = $1 AND ${openBulletin} AND file.id = bulletin.case_id
                 AND NOT ${concernsSql('$2')} RETURNING 1),
             talk AS (UPDATE casework.talk SET unit_id = $2, unit_name = $3 FROM casework.case_file file
               WHERE talk.unit_id = $1 AND ${openTalk} AND file.id = talk.case_id AND NOT ${concernsSql('$2')}
                 AND NOT (talk.state = 'planned' AND talk.cause = 'repeated' AND EXISTS (SELECT FROM casework.talk other
                   WHERE other.unit_id = $2 AND other.state = 'planned' AND other.cause = 'repeated')) RETURNING 1)
           SELECT FROM bulletin UNION ALL SELECT FROM talk`,
    values: [from, to.id, to.name],
  });
  return moved.length;
}
