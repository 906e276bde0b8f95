import type { MigrationInterface, QueryRunner } from 'typeorm';
import { whistleKindSeeds, whistleNoticeSeeds } from '../whistles/whistle-kinds.data.js';

/** Whistles (吹哨报到): who is called to a case, who came, and what both sides say of each other. */
export class Whistles1797000000024 implements MigrationInterface {
  readonly name = 'Whistles1797000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name, graceMinutes }] of whistleKindSeeds.entries())
      await runner.query(
        'INSERT INTO joint_meeting.whistle_kind (code, name, grace_minutes, position) VALUES ($1, $2, $3, $4)',
        [code, name, graceMinutes, position],
      );
    const insert = (await hasTemplates(runner)) ? withTemplate : withoutTemplate;
    for (const { code, name, template } of whistleNoticeSeeds) await runner.query(insert, [code, name, template]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = whistleNoticeSeeds.map(({ code }) => code);
    await runner.query('DROP TABLE joint_meeting.whistle_unit, joint_meeting.whistle, joint_meeting.whistle_kind');
    await runner.query('DELETE FROM casework.notice WHERE kind = ANY($1)', [codes]);
    await runner.query('DELETE FROM casework.notice_kind WHERE code = ANY($1)', [codes]);
  }
}

/** Whether kinds of notices hold their text; a later migration of casework moves it, which may have run before this one. */
async function hasTemplates(runner: QueryRunner): Promise<boolean> {
  const columns = (await runner.query(
    `SELECT FROM information_schema.columns
     WHERE table_schema = 'casework' AND table_name = 'notice_kind' AND column_name = 'template'`,
  )) as readonly unknown[];
  return columns.length > 0;
}

const withTemplate = `INSERT INTO casework.notice_kind (code, name, template, position)
  SELECT $1, $2, $3, coalesce(max(position), 0) + 1 FROM casework.notice_kind`;

const withoutTemplate = `WITH kind AS (
    INSERT INTO casework.notice_kind (code, name, position)
    SELECT $1, $2, coalesce(max(position), 0) + 1 FROM casework.notice_kind RETURNING code, name)
  INSERT INTO casework.notice_template (code, language, title, body)
  SELECT code, 'zh-CN', name, $3::text FROM kind ON CONFLICT DO NOTHING`;

const score = (side: string): string => `
  ${side}_score integer CHECK (${side}_score BETWEEN 1 AND 5),
  ${side}_remark text,
  ${side}_scored_by_name text,
  ${side}_scored_at timestamptz`;

/** `of_unit` is what the caller says of the unit, `of_caller` what the unit says of the caller. */
const tables = `
  CREATE TABLE joint_meeting.whistle_kind (
    code text PRIMARY KEY,
    name text NOT NULL,
    grace_minutes integer NOT NULL CHECK (grace_minutes >= 0),
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE joint_meeting.whistle (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    kind_code text NOT NULL REFERENCES joint_meeting.whistle_kind,
    caller_id text NOT NULL,
    caller_name text NOT NULL,
    text text NOT NULL,
    place text NOT NULL,
    at timestamptz NOT NULL,
    report_by timestamptz NOT NULL,
    blown_at timestamptz NOT NULL,
    blown_by uuid NOT NULL,
    blown_by_name text NOT NULL,
    ended_at timestamptz,
    ended_by_name text,
    outcome text,
    visible_to text[] NOT NULL
  );
  CREATE INDEX whistle_latest ON joint_meeting.whistle (blown_at DESC, id DESC);
  CREATE INDEX whistle_case ON joint_meeting.whistle (case_id);
  CREATE TABLE joint_meeting.whistle_unit (
    whistle_id uuid NOT NULL REFERENCES joint_meeting.whistle,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    report_by timestamptz NOT NULL,
    arrived_at timestamptz,
    arrived text,
    recorded_by_name text,
    absent_told_at timestamptz,
    ${score('of_unit')},
    ${score('of_caller')},
    PRIMARY KEY (whistle_id, unit_id)
  );
  CREATE INDEX whistle_unit_awaited ON joint_meeting.whistle_unit (report_by)
    WHERE arrived_at IS NULL AND absent_told_at IS NULL;`;
