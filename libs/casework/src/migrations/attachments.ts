import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos and papers of cases; their content lies in the file store, by its hash. */
export class Attachments1797000000006 implements MigrationInterface {
  readonly name = 'Attachments1797000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.attachment (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case_file,
        name text NOT NULL,
        type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_by uuid,
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX attachment_case ON casework.attachment (case_id, added_at);
      CREATE UNIQUE INDEX attachment_once ON casework.attachment (case_id, sha256) WHERE removed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.attachment');
  }
}
