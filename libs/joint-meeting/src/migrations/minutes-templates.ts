import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstWording } from '../minutes/minutes-template.data.js';

/** The wording of minutes in versions; minutes keep the one under which they went to be signed. */
export class MinutesTemplates1797000000022 implements MigrationInterface {
  readonly name = 'MinutesTemplates1797000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE joint_meeting.minutes_template (
        version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        title text NOT NULL,
        preamble text NOT NULL,
        closing text NOT NULL,
        made_at timestamptz NOT NULL,
        made_by uuid,
        made_by_name text
      )`);
    const { title, preamble, closing } = firstWording;
    await runner.query(
      'INSERT INTO joint_meeting.minutes_template (title, preamble, closing, made_at) VALUES ($1, $2, $3, now())',
      [title, preamble, closing],
    );
    await runner.query(`
      ALTER TABLE joint_meeting.meeting ADD COLUMN template_version integer REFERENCES joint_meeting.minutes_template;
      UPDATE joint_meeting.meeting SET template_version = (SELECT min(version) FROM joint_meeting.minutes_template)
        WHERE sign_by IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joint_meeting.meeting DROP COLUMN template_version;
      DROP TABLE joint_meeting.minutes_template`);
  }
}
