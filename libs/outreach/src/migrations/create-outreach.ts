import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates the schema `outreach`. */
export class CreateOutreach1797000000100 implements MigrationInterface {
  readonly name = 'CreateOutreach1797000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA outreach');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA outreach CASCADE');
  }
}
