import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The keys that something may be sealed with: not the keys themselves, but by what the right ones are known. What is
 * sealed refers to its key, so that none is dropped that is in use.
 */
export class FieldKeys1798500000000 implements MigrationInterface {
  readonly name = 'FieldKeys1798500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE platform.field_key (
        id text PRIMARY KEY,
        check_value text NOT NULL,
        added_at timestamptz NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE platform.field_key');
  }
}
