import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates the schema `joint_meeting`. */
export class CreateJointMeeting1795426600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA joint_meeting;
      CREATE TABLE joint_meeting.topic (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL,
        instance_id uuid NOT NULL,
        key integer NOT NULL,
        reason text NOT NULL,
        unit_ids text[] NOT NULL,
        unit_names text[] NOT NULL,
        visible_to text[] NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'scheduled', 'decided', 'lapsed', 'withdrawn')),
        queued_at timestamptz NOT NULL,
        decided_at timestamptz,
        UNIQUE (instance_id, key)
      );
      CREATE INDEX topic_queue ON joint_meeting.topic (queued_at, id) WHERE state IN ('queued', 'scheduled');
      CREATE INDEX topic_case ON joint_meeting.topic (case_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA joint_meeting CASCADE');
  }
}
