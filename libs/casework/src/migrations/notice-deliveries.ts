import type { MigrationInterface, QueryRunner } from 'typeorm';
import { templateSeeds } from '../notices/notice-templates.data.js';

/** Texts of notices as data with their history, and what is sent by mail, SMS and WeCom, to residents too. */
export class NoticeDeliveries1797000000031 implements MigrationInterface {
  readonly name = 'NoticeDeliveries1797000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(templates);
    await runner.query(deliveries);
    for (const { code, language, title, body } of templateSeeds)
      await runner.query('INSERT INTO casework.notice_template (code, language, title, body) VALUES ($1, $2, $3, $4)', [
        code,
        language,
        title,
        body,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.notice_kind ADD COLUMN template text;
      UPDATE casework.notice_kind SET template = coalesce((SELECT body FROM casework.notice_template template
        WHERE template.code = notice_kind.code AND language = 'zh-CN'), '');
      ALTER TABLE casework.notice_kind ALTER COLUMN template SET NOT NULL;
      DELETE FROM casework.notice_address WHERE mail IS NULL;
      ALTER TABLE casework.notice_address ALTER COLUMN mail SET NOT NULL, DROP COLUMN phone, DROP COLUMN wecom,
        DROP COLUMN channels, DROP COLUMN language;
      ALTER TABLE casework.case_file DROP COLUMN sms_consent;
      DROP TABLE casework.delivery, casework.notice_template, casework.reference_change;
      DROP FUNCTION casework.refuse_rewriting`);
  }
}

/** What a template said before is moved, not copied, so that there is one place to change it. */
const templates = `
  CREATE TABLE casework.reference_change (
    list text NOT NULL,
    code text NOT NULL,
    version integer NOT NULL,
    at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    account_name text NOT NULL,
    before jsonb,
    after jsonb NOT NULL,
    PRIMARY KEY (list, code, version)
  );
  CREATE FUNCTION casework.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'casework.% is append-only: expected no %, write a new entry instead', TG_TABLE_NAME, TG_OP;
  END $$;
  CREATE TRIGGER reference_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casework.reference_change
    FOR EACH STATEMENT EXECUTE FUNCTION casework.refuse_rewriting();
  CREATE TABLE casework.notice_template (
    code text NOT NULL,
    language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
    title text,
    body text NOT NULL,
    PRIMARY KEY (code, language)
  );
  INSERT INTO casework.notice_template (code, language, title, body)
    SELECT code, 'zh-CN', name, template FROM casework.notice_kind;
  ALTER TABLE casework.notice_kind DROP COLUMN template;`;

/** \`busy_until\`: somebody is sending it, and nobody else does before then. */
const deliveries = `
  ALTER TABLE casework.notice_address ALTER COLUMN mail DROP NOT NULL,
    ADD COLUMN phone text,
    ADD COLUMN wecom text,
    ADD COLUMN channels text[] NOT NULL DEFAULT '{mail}',
    ADD COLUMN language text NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en'));
  ALTER TABLE casework.case_file ADD COLUMN sms_consent boolean NOT NULL DEFAULT false;
  CREATE TABLE casework.delivery (
    id uuid PRIMARY KEY,
    channel text NOT NULL CHECK (channel IN ('mail', 'sms', 'wecom')),
    kind text NOT NULL,
    account_id uuid,
    case_id uuid REFERENCES casework.case_file,
    notices uuid[] NOT NULL DEFAULT '{}',
    text text,
    to_masked text,
    at timestamptz NOT NULL,
    state text NOT NULL CHECK (state IN ('waiting', 'queued', 'sent', 'refused', 'failed', 'dropped')),
    queued integer NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    tried_at timestamptz,
    busy_until timestamptz,
    error text,
    CHECK ((account_id IS NULL) <> (case_id IS NULL))
  );
  CREATE INDEX delivery_waiting ON casework.delivery (at) WHERE state = 'waiting';
  CREATE INDEX delivery_case ON casework.delivery (case_id) WHERE case_id IS NOT NULL;`;
