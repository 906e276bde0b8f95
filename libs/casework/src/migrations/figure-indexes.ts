import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Figures read the history and the cases of their period and no others. Both are written in the order of time, so an
 * index of a few pages tells where a period lies.
 */
export class FigureIndexes1798200000000 implements MigrationInterface {
  readonly name = 'FigureIndexes1798200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX trail_at ON casework.trail USING brin (at) WITH (pages_per_range = 32, autosummarize = on);
      CREATE INDEX case_file_received ON casework.case_file USING brin (received_at)
        WITH (pages_per_range = 32, autosummarize = on);
      CREATE INDEX case_file_open ON casework.case_file (id) INCLUDE (level) WHERE state = 'open'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.trail_at, casework.case_file_received, casework.case_file_open');
  }
}
