import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units change: by day, with what was before; a unit that has ended names its successor. */
export class UnitChanges1797000000051 implements MigrationInterface {
  readonly name = 'UnitChanges1797000000051';

  /** `standing_unit` follows successors to the one that stands now, and never in a circle. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE organisation.unit ADD COLUMN successor_id text REFERENCES organisation.unit (id)
        CHECK (successor_id <> id), ADD CHECK (successor_id IS NULL OR valid_to IS NOT NULL);
      CREATE INDEX unit_successor ON organisation.unit (successor_id) WHERE successor_id IS NOT NULL;

      CREATE TABLE organisation.unit_change (
        id uuid PRIMARY KEY,
        unit_id text NOT NULL REFERENCES organisation.unit (id),
        kind text NOT NULL CHECK (kind IN ('renamed', 'moved', 'closed', 'merged')),
        day date NOT NULL,
        before text, -- name or parent
        after text, -- name, parent or successor
        reason text NOT NULL CHECK (reason <> ''),
        set_by jsonb NOT NULL, -- as a line of a history names them
        set_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        applied_at timestamptz, -- the tree is changed from then on
        done_at timestamptz -- all that was with the unit has followed
      );
      CREATE INDEX unit_change_unit ON organisation.unit_change (unit_id, set_at);
      CREATE UNIQUE INDEX unit_change_planned ON organisation.unit_change (unit_id)
        WHERE cancelled_at IS NULL AND applied_at IS NULL;
      CREATE INDEX unit_change_due ON organisation.unit_change (day) WHERE cancelled_at IS NULL AND done_at IS NULL;

      CREATE FUNCTION organisation.standing_unit(start text) RETURNS text LANGUAGE sql STABLE AS $$
        WITH RECURSIVE line AS (
          SELECT id, successor_id, valid_to, ARRAY[id] AS seen FROM organisation.unit WHERE id = start
          UNION ALL
          SELECT heir.id, heir.successor_id, heir.valid_to, line.seen || heir.id
          FROM line JOIN organisation.unit heir ON heir.id = line.successor_id
          WHERE line.valid_to IS NOT NULL AND heir.id <> ALL (line.seen))
        SELECT id FROM line WHERE valid_to IS NULL $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION organisation.standing_unit;
      DROP TABLE organisation.unit_change;
      ALTER TABLE organisation.unit DROP COLUMN successor_id`);
  }
}
