import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Meetings, and on which one a topic is. */
export class Meetings1795900000002 implements MigrationInterface {
  readonly name = 'Meetings1795900000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_meeting.meeting (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        at timestamptz NOT NULL,
        place text NOT NULL,
        called_by uuid NOT NULL,
        called_by_name text NOT NULL,
        called_at timestamptz NOT NULL,
        visible_to text[] NOT NULL
      );
      CREATE INDEX meeting_at ON joint_meeting.meeting (at DESC, id DESC);
      ALTER TABLE joint_meeting.topic
        ADD COLUMN meeting_id uuid REFERENCES joint_meeting.meeting,
        ADD COLUMN position integer,
        ADD COLUMN minutes integer,
        ADD COLUMN decision jsonb;
      CREATE INDEX topic_meeting ON joint_meeting.topic (meeting_id, position) WHERE meeting_id IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.topic DROP COLUMN meeting_id, DROP COLUMN position, DROP COLUMN minutes, DROP COLUMN decision;
      DROP TABLE joint_meeting.meeting`);
  }
}
