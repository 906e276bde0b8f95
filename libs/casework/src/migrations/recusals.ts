import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who has nothing to do with a case (回避): officials complained of, and handlers who declared a conflict of interest. */
export class Recusals1797000000057 implements MigrationInterface {
  readonly name = 'Recusals1797000000057';

  /**
   * The function is volatile and no plain condition on purpose: PostgreSQL then looks anew when a statement that gives a
   * task to somebody has waited for the one by which they stepped aside.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.recusal (
        case_id uuid NOT NULL REFERENCES casework.case_file,
        account_id uuid NOT NULL,
        account_name text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('complained-of', 'declared')),
        opinion text,
        at timestamptz NOT NULL,
        PRIMARY KEY (case_id, account_id)
      );
      CREATE INDEX recusal_account ON casework.recusal (account_id);
      CREATE FUNCTION casework.is_recused(file uuid, account uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        RETURN EXISTS (SELECT FROM casework.recusal WHERE case_id = file AND account_id = account);
      END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION casework.is_recused; DROP TABLE casework.recusal');
  }
}
