import type { MigrationInterface, QueryRunner } from 'typeorm';
import { noticeKindSeeds } from '../notices/notice-kinds.data.js';

/** What people are told of cases: in the product, by mail, and other systems by webhooks. */
export class CaseNotices1797000000001 implements MigrationInterface {
  readonly name = 'CaseNotices1797000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name, template }] of noticeKindSeeds.entries())
      await runner.query('INSERT INTO casework.notice_kind (code, name, template, position) VALUES ($1, $2, $3, $4)', [
        code,
        name,
        template,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.notice, casework.notice_kind, casework.notice_address, casework.webhook');
  }
}

/** `once` names what a notice is about where the same must not be told twice. */
const tables = `
  CREATE TABLE casework.notice_kind (
    code text PRIMARY KEY,
    name text NOT NULL,
    template text NOT NULL,
    by_mail boolean NOT NULL DEFAULT true,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.notice (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    kind text NOT NULL REFERENCES casework.notice_kind,
    text text NOT NULL,
    once text,
    at timestamptz NOT NULL,
    read_at timestamptz,
    mailed_at timestamptz
  );
  CREATE INDEX notice_account ON casework.notice (account_id, at DESC, id DESC);
  CREATE INDEX notice_unread ON casework.notice (account_id, at) WHERE read_at IS NULL;
  CREATE INDEX notice_case ON casework.notice (case_id);
  CREATE UNIQUE INDEX notice_once ON casework.notice (account_id, once) WHERE once IS NOT NULL;
  CREATE TABLE casework.notice_address (
    account_id uuid PRIMARY KEY,
    mail text NOT NULL,
    daily boolean NOT NULL,
    since timestamptz NOT NULL,
    last_day date
  );
  CREATE TABLE casework.webhook (
    id uuid PRIMARY KEY,
    url text NOT NULL,
    secret text NOT NULL,
    events text[] NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    ended_at timestamptz
  );`;
