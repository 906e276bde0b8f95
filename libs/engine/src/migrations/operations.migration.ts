import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Operations on many instances, and definitions by which nothing may be started for now. */
export class Operations1795700002000 implements MigrationInterface {
  readonly name = 'Operations1795700002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE engine.definition ADD COLUMN suspended_at timestamptz;

      CREATE TABLE engine.batch (
        id uuid PRIMARY KEY,
        operation jsonb NOT NULL,
        actor jsonb NOT NULL,
        total int NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        cancelled_at timestamptz
      );
      CREATE INDEX batch_open ON engine.batch (created_at) WHERE finished_at IS NULL;

      CREATE TABLE engine.batch_item (
        batch_id uuid NOT NULL REFERENCES engine.batch,
        instance_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'refused')),
        message text,
        PRIMARY KEY (batch_id, instance_id)
      );
      CREATE INDEX batch_item_state ON engine.batch_item (batch_id, state, instance_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine.batch_item, engine.batch');
    await runner.query('ALTER TABLE engine.definition DROP COLUMN suspended_at');
  }
}
