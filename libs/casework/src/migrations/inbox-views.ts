import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of inboxes: of a person, and shared with a unit where `unit_id` names one. */
export class InboxViews1798000000000 implements MigrationInterface {
  readonly name = 'InboxViews1798000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.inbox_view (
        id uuid PRIMARY KEY,
        owner_id uuid NOT NULL REFERENCES identity.account,
        owner_name text NOT NULL,
        box text NOT NULL CHECK (box IN ('todo', 'claimable', 'done', 'registered', 'copied')),
        name text NOT NULL CHECK (name <> ''),
        look jsonb NOT NULL,
        unit_id text,
        unit_name text,
        changed_at timestamptz NOT NULL,
        UNIQUE (owner_id, box, name),
        CHECK ((unit_id IS NULL) = (unit_name IS NULL))
      );
      CREATE INDEX inbox_view_unit ON casework.inbox_view (unit_id, box) WHERE unit_id IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.inbox_view');
  }
}
