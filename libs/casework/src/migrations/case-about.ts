import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unit that a case complains of, which never gets it. */
export class CaseAbout1796000000001 implements MigrationInterface {
  readonly name = 'CaseAbout1796000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.case_file ADD COLUMN about_unit_id text, ADD COLUMN about_unit_name text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.case_file DROP COLUMN about_unit_id, DROP COLUMN about_unit_name');
  }
}
