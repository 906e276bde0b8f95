import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who opened a case or its files, once for a person and a day. */
export class CaseLooks1798900000002 implements MigrationInterface {
  readonly name = 'CaseLooks1798900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.case_look (
        case_id uuid NOT NULL REFERENCES casework.case_file ON DELETE CASCADE,
        account_id uuid NOT NULL, -- of the schema identity
        day date NOT NULL,
        what text NOT NULL CHECK (what IN ('case', 'file')),
        at timestamptz NOT NULL,
        by_name text NOT NULL,
        unit_name text NOT NULL,
        PRIMARY KEY (case_id, day, account_id, what)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.case_look');
  }
}
