import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and papers that prove what was done for a pledge. */
export class PledgeFiles1797000000112 implements MigrationInterface {
  readonly name = 'PledgeFiles1797000000112';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE outreach.pledge_file (
        id uuid PRIMARY KEY,
        pledge_id uuid NOT NULL REFERENCES outreach.pledge,
        name text NOT NULL,
        type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE UNIQUE INDEX pledge_file_once ON outreach.pledge_file (pledge_id, sha256) WHERE removed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outreach.pledge_file');
  }
}
