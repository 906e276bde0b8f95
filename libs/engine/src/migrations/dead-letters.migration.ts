import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given up is found without reading what was delivered. */
export class DeadLetters1798700000001 implements MigrationInterface {
  readonly name = 'DeadLetters1798700000001';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS engine.outbox_given_up');
    await runner.query(
      `CREATE INDEX CONCURRENTLY outbox_given_up ON engine.outbox (given_up_at, id) WHERE given_up_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX engine.outbox_given_up');
  }
}
