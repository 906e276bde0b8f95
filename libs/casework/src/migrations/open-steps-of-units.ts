import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is open with a unit, and which cases complain of units, are found by an index when a unit changes. */
export class OpenStepsOfUnits1797000000058 implements MigrationInterface {
  readonly name = 'OpenStepsOfUnits1797000000058';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX step_unit_open ON casework.step (unit_id) WHERE state = 'open';
      CREATE INDEX case_file_about ON casework.case_file (about_unit_id) WHERE about_unit_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.step_unit_open, casework.case_file_about');
  }
}
