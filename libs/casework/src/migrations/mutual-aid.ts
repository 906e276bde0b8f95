import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mutualAidKindSeeds, volunteerSkillSeeds } from '../mutual-aid/volunteer-skills.data.js';
import { mutualAidNoticeSeeds, mutualAidTemplateSeeds } from '../notices/notice-templates.data.js';

/** Stations offer matters to their volunteers (自助互助): who they are, what they can do, and what they are told. */
export class MutualAid1797000000141 implements MigrationInterface {
  readonly name = 'MutualAid1797000000141';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query('UPDATE casework.case_kind SET mutual_aid = true WHERE code = ANY($1)', [mutualAidKindSeeds]);
    for (const [position, { code, name }] of volunteerSkillSeeds.entries())
      await runner.query('INSERT INTO casework.volunteer_skill (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
    for (const { code, name } of mutualAidNoticeSeeds)
      await runner.query(
        `INSERT INTO casework.notice_kind (code, name, position)
         SELECT $1, $2, coalesce(max(position), 0) + 1 FROM casework.notice_kind`,
        [code, name],
      );
    for (const { code, language, title, body } of mutualAidTemplateSeeds)
      await runner.query('INSERT INTO casework.notice_template (code, language, title, body) VALUES ($1, $2, $3, $4)', [
        code,
        language,
        title,
        body,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = mutualAidNoticeSeeds.map(({ code }) => code);
    for (const table of ['notice', 'notice_template', 'notice_kind'])
      await runner.query(`DELETE FROM casework.${table} WHERE ${table === 'notice' ? 'kind' : 'code'} = ANY($1)`, [
        codes,
      ]);
    await runner.query(`
      DROP INDEX casework.step_volunteer;
      DELETE FROM casework.side_process WHERE kind = 'mutual-aid';
      ALTER TABLE casework.side_process DROP COLUMN skill_code, DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'countersign', 'consult', 'supervision', 'policy', 'revisit'));
      ALTER TABLE casework.case_kind DROP COLUMN mutual_aid;
      DROP TABLE casework.volunteer, casework.volunteer_skill`);
  }
}

/** Tasks for volunteers are marked by the diagram and are few, so each volunteer's are found by an index of their own. */
const tables = `
  CREATE TABLE casework.volunteer_skill (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.volunteer (
    account_id uuid PRIMARY KEY,
    account_name text NOT NULL,
    unit_id text NOT NULL,
    skills text[] NOT NULL DEFAULT '{}',
    area text NOT NULL DEFAULT '',
    active boolean NOT NULL DEFAULT true,
    changed_at timestamptz NOT NULL
  );
  CREATE INDEX volunteer_unit ON casework.volunteer (unit_id);
  ALTER TABLE casework.case_kind ADD COLUMN mutual_aid boolean NOT NULL DEFAULT false;
  ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
    ADD CHECK (kind IN ('assist', 'countersign', 'consult', 'supervision', 'policy', 'revisit', 'mutual-aid')),
    ADD COLUMN skill_code text REFERENCES casework.volunteer_skill;
  CREATE INDEX step_volunteer ON casework.step (assignee_id, instance_id) WHERE properties ? 'volunteers';`;
