import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files for a topic, beside those of its case. */
export class Materials1797000000025 implements MigrationInterface {
  readonly name = 'Materials1797000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_meeting.material (
        id uuid PRIMARY KEY,
        topic_id uuid NOT NULL REFERENCES joint_meeting.topic,
        name text NOT NULL,
        type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        added_by uuid NOT NULL,
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE UNIQUE INDEX material_topic ON joint_meeting.material (topic_id, sha256) WHERE removed_at IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE joint_meeting.material');
  }
}
