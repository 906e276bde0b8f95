import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The request that somebody is writing down and has not registered yet. */
export class CaseDrafts1798300000001 implements MigrationInterface {
  readonly name = 'CaseDrafts1798300000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.case_draft (
        account_id uuid PRIMARY KEY REFERENCES identity.account,
        content jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX case_draft_expiry ON casework.case_draft (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.case_draft');
  }
}
