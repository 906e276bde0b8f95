import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How people want their desk. */
export class Preferences1797000000160 implements MigrationInterface {
  readonly name = 'Preferences1797000000160';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.preference (
        account_id uuid NOT NULL REFERENCES identity.account,
        key text NOT NULL CHECK (key <> ''),
        value jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.preference');
  }
}
