import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What inboxes are filtered and sorted by of a case is read from an index alone: a line there is a step. */
export class ListedCases1798000000001 implements MigrationInterface {
  readonly name = 'ListedCases1798000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX case_file_listed ON casework.case_file (id) INCLUDE (code, category_code, channel_code)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.case_file_listed');
  }
}
