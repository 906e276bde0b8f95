import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For which trace a timer was set or an entry written, so that what happens later is found with what it came from. The
 * transaction says it by its setting `lianban.trace`, where tracing is on.
 */
export class Traces1798700000000 implements MigrationInterface {
  readonly name = 'Traces1798700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) {
      await runner.query(`ALTER TABLE ${table} ADD COLUMN trace text`);
      await runner.query(
        `ALTER TABLE ${table} ALTER COLUMN trace SET DEFAULT nullif(current_setting('lianban.trace', true), '')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP COLUMN trace`);
  }
}

const tables = ['engine.timer', 'engine.outbox'];
