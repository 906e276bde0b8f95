import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics that a meeting put off to a later one (再议): they wait again, and the meeting's agenda still tells of them. */
export class Postponements1797000000021 implements MigrationInterface {
  readonly name = 'Postponements1797000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_meeting.postponement (
        topic_id uuid NOT NULL REFERENCES joint_meeting.topic,
        meeting_id uuid NOT NULL REFERENCES joint_meeting.meeting,
        position integer NOT NULL,
        minutes integer NOT NULL,
        opinion text NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (topic_id, meeting_id)
      );
      CREATE INDEX postponement_meeting ON joint_meeting.postponement (meeting_id, position)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joint_meeting.postponement');
  }
}
