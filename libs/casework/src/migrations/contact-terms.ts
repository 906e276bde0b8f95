import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the term of a first contact was counted, so that it can follow a changed calendar. Those that run now stay. */
export class ContactTerms1797000000075 implements MigrationInterface {
  readonly name = 'ContactTerms1797000000075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_file
        ADD COLUMN contact_calendar text,
        ADD COLUMN contact_duration text,
        ADD COLUMN contact_since timestamptz,
        ADD COLUMN contact_counted_at timestamptz`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_file DROP COLUMN contact_calendar, DROP COLUMN contact_duration,
        DROP COLUMN contact_since, DROP COLUMN contact_counted_at`);
  }
}
