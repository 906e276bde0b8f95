import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who leaves when, who takes over, and how far that is. */
export class Departures1797000000054 implements MigrationInterface {
  readonly name = 'Departures1797000000054';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity.departure (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES identity.account,
        unit_id text REFERENCES organisation.unit, -- where they worked when it was set
        day date NOT NULL,
        receiver_id uuid REFERENCES identity.account CHECK (receiver_id <> account_id),
        reason text NOT NULL CHECK (reason <> ''),
        set_by jsonb NOT NULL, -- as a line of a history names them
        set_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        closed_at timestamptz, -- the account is closed from then on
        done_at timestamptz -- nothing is with them any more
      );
      CREATE UNIQUE INDEX departure_open ON identity.departure (account_id) WHERE cancelled_at IS NULL AND done_at IS NULL;
      CREATE INDEX departure_due ON identity.departure (day) WHERE cancelled_at IS NULL AND done_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity.departure');
  }
}
