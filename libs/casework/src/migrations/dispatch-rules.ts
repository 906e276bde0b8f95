import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The dispatch catalogue: which department has a topic, by a ruling, from when to when, everywhere or in one street. */
export class DispatchRules1797000000008 implements MigrationInterface {
  readonly name = 'DispatchRules1797000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.dispatch_rule (
        id uuid PRIMARY KEY,
        category_code text NOT NULL REFERENCES casework.category,
        street_id text,
        department_id text NOT NULL,
        department_name text NOT NULL,
        case_id uuid NOT NULL REFERENCES casework.case_file,
        note text NOT NULL,
        made_by uuid NOT NULL,
        made_by_name text NOT NULL,
        valid_from timestamptz NOT NULL,
        valid_to timestamptz
      );
      CREATE UNIQUE INDEX dispatch_rule_valid ON casework.dispatch_rule (category_code, coalesce(street_id, ''))
        WHERE valid_to IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.dispatch_rule');
  }
}
