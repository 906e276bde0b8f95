import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long beforehand a whistle of a kind may be blown; a default of the product. */
export class WhistleNotice1797000000026 implements MigrationInterface {
  readonly name = 'WhistleNotice1797000000026';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.whistle_kind ADD COLUMN ahead_days integer NOT NULL DEFAULT 30 CHECK (ahead_days >= 0)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE joint_meeting.whistle_kind DROP COLUMN ahead_days');
  }
}
