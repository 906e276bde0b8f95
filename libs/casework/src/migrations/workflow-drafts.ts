import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have drawn and not deployed yet, and who has which workflow open in the editor. */
export class WorkflowDrafts1798000000030 implements MigrationInterface {
  readonly name = 'WorkflowDrafts1798000000030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.workflow_draft (
        process_key text NOT NULL CHECK (length(process_key) <= 200),
        account_id uuid NOT NULL REFERENCES identity.account,
        name text NOT NULL,
        based_on int NOT NULL CHECK (based_on >= 0),
        files jsonb NOT NULL,
        revision int NOT NULL,
        saved_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, process_key)
      );
      CREATE INDEX workflow_draft_key ON casework.workflow_draft (process_key);
      CREATE INDEX workflow_draft_expiry ON casework.workflow_draft (expires_at);
      CREATE TABLE casework.workflow_presence (
        process_key text NOT NULL CHECK (length(process_key) <= 200),
        account_id uuid NOT NULL REFERENCES identity.account,
        since timestamptz NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (process_key, account_id)
      );
      CREATE INDEX workflow_presence_seen ON casework.workflow_presence (seen_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.workflow_presence; DROP TABLE casework.workflow_draft');
  }
}
