import type { MigrationInterface, QueryRunner } from 'typeorm';
import { pauseReasonSeeds } from '../acts/pause-reasons.data.js';

/** Acts on a case beside its tasks (suspend, resume, extend, urge), and the reasons for which a clock may stand. */
export class CaseActs1795800000000 implements MigrationInterface {
  readonly name = 'CaseActs1795800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name, capDays, times }] of pauseReasonSeeds.entries())
      await runner.query(
        'INSERT INTO casework.pause_reason (code, name, cap_days, times, position) VALUES ($1, $2, $3, $4, $5)',
        [code, name, capDays, times, position],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.case_act, casework.pause_reason');
  }
}

/**
 * The two unique indexes are rules: a case is urged once a day at most, and a clock that stands cannot be stopped. The
 * third is for what looks for pauses that have lasted too long.
 */
const tables = `
  CREATE TABLE casework.pause_reason (
    code text PRIMARY KEY,
    name text NOT NULL,
    cap_days integer NOT NULL CHECK (cap_days > 0),
    times integer NOT NULL CHECK (times > 0),
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.case_act (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES casework.case_file,
    instance_id uuid NOT NULL,
    key integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('suspend', 'extend', 'urge')),
    at timestamptz NOT NULL,
    day date NOT NULL,
    account_id uuid,
    account_name text NOT NULL,
    opinion text NOT NULL,
    reason_code text REFERENCES casework.pause_reason,
    days integer,
    due_before timestamptz,
    due_after timestamptz,
    until timestamptz,
    ended_at timestamptz
  );
  CREATE INDEX case_act_case ON casework.case_act (case_id, at);
  CREATE UNIQUE INDEX case_act_urged ON casework.case_act (case_id, day) WHERE kind = 'urge';
  CREATE UNIQUE INDEX case_act_paused ON casework.case_act (instance_id, key) WHERE kind = 'suspend' AND ended_at IS NULL;
  CREATE INDEX case_act_cap ON casework.case_act (until) WHERE kind = 'suspend' AND ended_at IS NULL;`;
