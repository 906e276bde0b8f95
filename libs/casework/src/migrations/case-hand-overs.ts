import type { MigrationInterface, QueryRunner } from 'typeorm';
import { supervisionTriggerSeeds } from '../sides/supervision-triggers.data.js';

/** Returns under one clock, helpers, supervision orders, ratings, cases opened again, and what likeness and statistics look up. */
export class CaseHandOvers1795900000000 implements MigrationInterface {
  readonly name = 'CaseHandOvers1795900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(terms);
    await runner.query(sides);
    await runner.query(ratings);
    for (const [position, { code, name }] of supervisionTriggerSeeds.entries())
      await runner.query('INSERT INTO casework.supervision_trigger (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE casework.rating, casework.side_process, casework.supervision_trigger;
      DROP INDEX casework.case_file_categorised, casework.step_received;
      ALTER TABLE casework.case_file DROP COLUMN reopened_at;
      ALTER TABLE casework.step DROP COLUMN term_key`);
  }
}

/** A sub-process around a task may carry its term, so that a return does not begin a new one. */
const terms = `
  ALTER TABLE casework.step ADD COLUMN term_key integer;
  UPDATE casework.step SET term_key = key;
  ALTER TABLE casework.step ALTER COLUMN term_key SET NOT NULL;
  ALTER TABLE casework.case_act DROP CONSTRAINT case_act_kind_check,
    ADD CHECK (kind IN ('suspend', 'extend', 'urge', 'return'));`;

/** One row per process that goes on beside a case's own; the order of ids is that of their beginning. */
const sides = `
  CREATE TABLE casework.supervision_trigger (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.side_process (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    kind text NOT NULL CHECK (kind IN ('assist', 'supervision')),
    for_instance uuid,
    for_key integer,
    unit_id text NOT NULL,
    unit_name text NOT NULL,
    trigger_code text REFERENCES casework.supervision_trigger,
    text text NOT NULL,
    due_at timestamptz,
    asked_at timestamptz NOT NULL,
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    asked_by_unit text,
    answer text,
    answered_at timestamptz,
    answered_by_name text,
    outcome text,
    lapses integer NOT NULL DEFAULT 0,
    ended_at timestamptz
  );
  CREATE INDEX side_process_case ON casework.side_process (case_id);
  CREATE INDEX side_process_for ON casework.side_process (for_instance, for_key) WHERE ended_at IS NULL;
  CREATE UNIQUE INDEX side_process_once ON casework.side_process (for_instance, for_key, unit_id)
    WHERE ended_at IS NULL AND kind = 'assist';
  CREATE UNIQUE INDEX side_process_order ON casework.side_process (case_id, unit_id)
    WHERE ended_at IS NULL AND kind = 'supervision';
  CREATE INDEX side_process_list ON casework.side_process (kind, id);`;

const ratings = `
  CREATE INDEX case_file_categorised ON casework.case_file (received_at DESC) WHERE category_code IS NOT NULL;
  CREATE INDEX step_received ON casework.step (received_at);
  ALTER TABLE casework.case_file ADD COLUMN reopened_at timestamptz;
  CREATE TABLE casework.rating (
    case_id uuid NOT NULL REFERENCES casework.case_file,
    seq integer NOT NULL,
    at timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('resident', 'callback')),
    grade integer NOT NULL CHECK (grade BETWEEN 1 AND 5),
    solved boolean,
    opinion text,
    account_id uuid,
    account_name text NOT NULL,
    PRIMARY KEY (case_id, seq)
  );`;
