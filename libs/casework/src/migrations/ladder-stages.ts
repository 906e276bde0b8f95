import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stage of the supervision ladder goes by its task (`instance:key`), no longer by its term and unit
 * (`instance:term:unit`): units merge and tasks are transferred, and the stage stays the same. Of what was done twice for
 * that reason the second keeps its old name, so that nothing is lost. Every case is looked at anew.
 */
export class LadderStages1797000000044 implements MigrationInterface {
  readonly name = 'LadderStages1797000000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      renamed('bulletin', { target: taskOf, once: 'case_id', first: `state NOT IN ('issued', 'acknowledged'), id` }),
    );
    await runner.query(
      // A talk goes by the name of its bulletin.
      renamed('ladder_climb', {
        target: taskOf,
        once: 'case_id, rung_code',
        first: 'covered, at',
        where: `AND (rung_code <> 'talk-repeated' OR NOT EXISTS (SELECT FROM casework.bulletin
          WHERE bulletin.case_id = kept.case_id AND bulletin.stage = kept.stage))`,
      }),
    );
    await runner.query(`
      UPDATE casework.ladder_watch SET look_at = least(look_at, received_at)
      FROM casework.case_file WHERE case_file.id = case_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(renamed('bulletin', { target: termOf, once: 'case_id', first: 'id' }));
    await runner.query(renamed('ladder_climb', { target: termOf, once: 'case_id, rung_code', first: 'covered, at' }));
  }
}

/** The task that a stage named by its term and unit was about: the unit's own, or else the last one under the term. */
const taskOf = `
  SELECT step.instance_id || ':' || step.key FROM casework.step
  WHERE step.case_id = kept.case_id AND kept.stage LIKE step.instance_id || ':' || step.term_key || ':%'
  ORDER BY step.unit_id IS NOT DISTINCT FROM kept.unit_id DESC, step.state IN ('open', 'lapsed') DESC, step.key DESC
  LIMIT 1`;

const termOf = `
  SELECT step.instance_id || ':' || step.term_key || ':' || kept.unit_id FROM casework.step
  WHERE step.case_id = kept.case_id AND kept.stage = step.instance_id || ':' || step.key`;

/** Renames the stages of a table; of several rows that would go by one name, the first one does. */
function renamed(
  table: string,
  by: { readonly target: string; readonly once: string; readonly first: string; readonly where?: string },
): string {
  return `
    WITH wanted AS (SELECT kept.*, (${by.target}) AS now FROM casework.${table} kept WHERE kept.stage LIKE '%:%' ${by.where ?? ''}),
      chosen AS (SELECT DISTINCT ON (${by.once}, now) * FROM wanted WHERE now IS NOT NULL ORDER BY ${by.once}, now, ${by.first})
    UPDATE casework.${table} kept SET stage = chosen.now FROM chosen
    WHERE kept.case_id = chosen.case_id AND kept.stage = chosen.stage ${table === 'bulletin' ? '' : 'AND kept.rung_code = chosen.rung_code'}`;
}
