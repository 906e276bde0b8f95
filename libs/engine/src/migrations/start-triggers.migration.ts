import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What starts the latest version of each process by itself: messages, signals, timers. */
export class StartTriggers1795700000000 implements MigrationInterface {
  readonly name = 'StartTriggers1795700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- timer holds the planned timer, source what it was planned from: a new version with the same source lets it run
      -- on. attempt_at is its due time until a start fails, and null once the last round has fired.
      CREATE TABLE engine.start_trigger (
        process_key text NOT NULL,
        element_id text NOT NULL,
        position int NOT NULL,
        definition_id uuid NOT NULL REFERENCES engine.definition,
        type text NOT NULL CHECK (type IN ('message', 'signal', 'timer')),
        name text,
        source jsonb,
        timer jsonb,
        attempt_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        last_error text,
        armed_at timestamptz NOT NULL,
        PRIMARY KEY (process_key, element_id, position),
        CHECK ((type = 'timer') = (name IS NULL) AND (type = 'timer') = (timer IS NOT NULL))
      );
      CREATE INDEX start_trigger_name ON engine.start_trigger (type, name, process_key) WHERE name IS NOT NULL;
      CREATE INDEX start_trigger_due ON engine.start_trigger (attempt_at) WHERE attempt_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine.start_trigger');
  }
}
