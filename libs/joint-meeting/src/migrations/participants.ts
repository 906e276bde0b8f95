import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The units of a meeting: who comes for them, whether they came, and what they say of the minutes. */
export class Participants1797000000003 implements MigrationInterface {
  readonly name = 'Participants1797000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.meeting
        ADD COLUMN opened_at timestamptz,
        ADD COLUMN sign_by timestamptz,
        ADD COLUMN issued_at timestamptz,
        ADD COLUMN issued_by_name text;
      CREATE TABLE joint_meeting.participant (
        meeting_id uuid NOT NULL REFERENCES joint_meeting.meeting,
        unit_id text NOT NULL,
        unit_name text NOT NULL,
        delegate text,
        confirmed_at timestamptz,
        confirmed_by_name text,
        present boolean,
        stance text CHECK (stance IN ('agreed', 'dissent')),
        opinion text,
        signed_at timestamptz,
        signed_by_name text,
        PRIMARY KEY (meeting_id, unit_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE joint_meeting.participant;
      ALTER TABLE joint_meeting.meeting DROP COLUMN opened_at, DROP COLUMN sign_by, DROP COLUMN issued_at,
        DROP COLUMN issued_by_name`);
  }
}
