import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a meeting decided is closed (销号) when its tasks are done. */
export class Closings1797000000023 implements MigrationInterface {
  readonly name = 'Closings1797000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.topic
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN closed_by_name text,
        ADD COLUMN closing_note text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.topic DROP COLUMN closed_at, DROP COLUMN closed_by_name, DROP COLUMN closing_note`);
  }
}
