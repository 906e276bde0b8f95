import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rungSeeds } from '../ladder/ladder-rungs.data.js';
import { ladderNoticeSeeds } from '../ladder/ladder-notices.data.js';

/** The supervision ladder: when each rung is climbed, what was climbed, bulletins, talks, and answers found to be faked. */
export class Ladder1797000000041 implements MigrationInterface {
  readonly name = 'Ladder1797000000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(settings);
    await runner.query(climbing);
    await runner.query(outcomes);
    for (const [position, rung] of rungSeeds.entries())
      await runner.query(
        `INSERT INTO casework.ladder_rung (code, name, text, days, times, period_days, term_days, position)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          rung.code,
          rung.name,
          rung.text,
          rung.days ?? null,
          rung.times ?? null,
          rung.periodDays ?? null,
          rung.termDays ?? null,
          position,
        ],
      );
    for (const [position, { code, name, zh, en }] of ladderNoticeSeeds.entries()) {
      await runner.query('INSERT INTO casework.notice_kind (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        40 + position,
      ]);
      for (const [language, { title, body }] of Object.entries({ 'zh-CN': zh, en }))
        await runner.query(
          'INSERT INTO casework.notice_template (code, language, title, body) VALUES ($1, $2, $3, $4)',
          [code, language, title, body],
        );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const kinds = ladderNoticeSeeds.map(({ code }) => code);
    await runner.query('DELETE FROM casework.notice WHERE kind = ANY($1)', [kinds]);
    await runner.query('DELETE FROM casework.notice_template WHERE code = ANY($1)', [kinds]);
    await runner.query('DELETE FROM casework.notice_kind WHERE code = ANY($1)', [kinds]);
    await runner.query(`
      DELETE FROM casework.side_process WHERE asked_by IS NULL;
      ALTER TABLE casework.side_process ALTER COLUMN asked_by SET NOT NULL;
      DROP TABLE casework.faked_closing, casework.talk, casework.bulletin, casework.ladder_climb, casework.ladder_watch,
        casework.ladder_rung`);
  }
}

const settings = `
  CREATE TABLE casework.ladder_rung (
    code text PRIMARY KEY,
    name text NOT NULL,
    active boolean NOT NULL DEFAULT true,
    text text NOT NULL,
    days integer CHECK (days >= 0),
    times integer CHECK (times > 0),
    period_days integer CHECK (period_days > 0),
    term_days integer CHECK (term_days > 0),
    position integer NOT NULL
  );`;

/**
 * A row of `ladder_watch` says when a case is looked at next; null: not until something happens to it. Cases that are
 * open when the ladder comes are looked at once. The key of `ladder_climb` is a rule: each rung once for a stage.
 */
const climbing = `
  CREATE TABLE casework.ladder_watch (
    case_id uuid PRIMARY KEY REFERENCES casework.case_file,
    look_at timestamptz
  );
  CREATE INDEX ladder_watch_due ON casework.ladder_watch (look_at, case_id) WHERE look_at IS NOT NULL;
  INSERT INTO casework.ladder_watch (case_id, look_at)
    SELECT id, received_at FROM casework.case_file WHERE state = 'open';
  CREATE TABLE casework.ladder_climb (
    case_id uuid NOT NULL REFERENCES casework.case_file,
    rung_code text NOT NULL REFERENCES casework.ladder_rung,
    stage text NOT NULL,
    unit_id text NOT NULL,
    at timestamptz NOT NULL,
    covered boolean NOT NULL,
    PRIMARY KEY (case_id, rung_code, stage)
  );
  ALTER TABLE casework.side_process ALTER COLUMN asked_by DROP NOT NULL;`;

const outcomes = `
  CREATE TABLE casework.bulletin (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    stage text NOT NULL,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'acknowledged', 'dropped')),
    title text NOT NULL,
    text text NOT NULL,
    drafted_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    decided_by_name text,
    reason text,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    acknowledged_by_name text,
    answer text,
    UNIQUE (case_id, stage)
  );
  CREATE INDEX bulletin_unit ON casework.bulletin (unit_id, id DESC);
  CREATE TABLE casework.talk (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    cause text NOT NULL CHECK (cause IN ('repeated', 'faked')),
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'acknowledged', 'mended', 'dropped')),
    reason text NOT NULL,
    planned_at timestamptz NOT NULL,
    mend_by date NOT NULL,
    held_at timestamptz,
    held_by uuid,
    held_by_name text,
    attended text,
    agreed text,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    acknowledged_by_name text,
    answer text,
    ended_at timestamptz,
    ended_by uuid,
    ended_by_name text,
    ending text
  );
  CREATE INDEX talk_unit ON casework.talk (unit_id, id DESC);
  CREATE UNIQUE INDEX talk_planned ON casework.talk (unit_id) WHERE state = 'planned' AND cause = 'repeated';
  CREATE TABLE casework.faked_closing (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    at timestamptz NOT NULL,
    by uuid NOT NULL,
    by_name text NOT NULL,
    reason text NOT NULL,
    closed_at timestamptz NOT NULL,
    disposition_code text
  );
  CREATE INDEX faked_closing_unit ON casework.faked_closing (unit_id, at);
  CREATE INDEX faked_closing_case ON casework.faked_closing (case_id);
  CREATE TRIGGER faked_closing_append_only BEFORE UPDATE OR DELETE ON casework.faked_closing
    FOR EACH ROW EXECUTE FUNCTION casework.refuse_rewriting();`;
