import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is away when, and who stands in. */
export class Absences1797000000002 implements MigrationInterface {
  readonly name = 'Absences1797000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.absence (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account,
        substitute_id uuid NOT NULL REFERENCES identity.account CHECK (substitute_id <> account_id),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        set_by uuid NOT NULL,
        set_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX absence_account ON identity.absence (account_id, ends_at) WHERE ended_at IS NULL;
      CREATE INDEX absence_substitute ON identity.absence (substitute_id, ends_at) WHERE ended_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.absence');
  }
}
