import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have written for a task and not sent yet. */
export class TaskDrafts1797000000161 implements MigrationInterface {
  readonly name = 'TaskDrafts1797000000161';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.task_draft (
        account_id uuid NOT NULL REFERENCES identity.account,
        instance_id uuid NOT NULL,
        key int NOT NULL,
        content jsonb NOT NULL,
        saved_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (instance_id, key, account_id)
      );
      CREATE INDEX task_draft_expiry ON casework.task_draft (expires_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.task_draft');
  }
}
