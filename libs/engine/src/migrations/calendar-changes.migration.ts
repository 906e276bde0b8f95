import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions about days of a calendar, each with the batch by which running terms follow it. */
export class CalendarChanges1797000000000 implements MigrationInterface {
  readonly name = 'CalendarChanges1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engine.calendar_change (
        id uuid PRIMARY KEY,
        calendar_id text NOT NULL,
        at timestamptz NOT NULL,
        actor jsonb NOT NULL,
        note text NOT NULL,
        days jsonb NOT NULL,
        batch_id uuid REFERENCES engine.batch
      );
      CREATE INDEX calendar_change_open ON engine.calendar_change (at) WHERE batch_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine.calendar_change');
  }
}
