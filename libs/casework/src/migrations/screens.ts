import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of screens in halls, and the index by which closings are counted day by day. */
export class Screens1798000000051 implements MigrationInterface {
  readonly name = 'Screens1798000000051';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.screen_link (
        id uuid PRIMARY KEY,
        name text NOT NULL CHECK (name <> ''),
        unit_id text NOT NULL, -- of the schema organisation
        token_hash bytea NOT NULL UNIQUE, -- SHA-256; the token itself is kept nowhere
        until date NOT NULL,
        made_by uuid NOT NULL,
        made_by_name text NOT NULL,
        made_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by_name text
      );
      CREATE INDEX screen_link_made ON casework.screen_link (made_at DESC, id);
      CREATE INDEX trail_closed ON casework.trail (at) WHERE kind = 'closed'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.trail_closed; DROP TABLE casework.screen_link');
  }
}
