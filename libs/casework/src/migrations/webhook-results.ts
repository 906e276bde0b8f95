import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the last call of each webhook, for who set it up. */
export class WebhookResults1797000000032 implements MigrationInterface {
  readonly name = 'WebhookResults1797000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.webhook ADD COLUMN called_at timestamptz, ADD COLUMN call_error text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.webhook DROP COLUMN called_at, DROP COLUMN call_error');
  }
}
