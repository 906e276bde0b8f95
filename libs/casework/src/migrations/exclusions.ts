import type { MigrationInterface, QueryRunner } from 'typeorm';
import { exclusionReasonSeeds } from '../exclusions/exclusion-reasons.data.js';

/** Cases that are left out of adjusted rates, each by a request that somebody else has looked at. */
export class Exclusions1797000000007 implements MigrationInterface {
  readonly name = 'Exclusions1797000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.exclusion_reason (
        code text PRIMARY KEY,
        name text NOT NULL,
        position integer NOT NULL,
        active boolean NOT NULL DEFAULT true
      );
      CREATE TABLE casework.exclusion (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES casework.case_file,
        reason_code text NOT NULL REFERENCES casework.exclusion_reason,
        opinion text NOT NULL,
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        asked_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'granted', 'refused')),
        decided_by uuid CHECK (decided_by <> asked_by),
        decided_by_name text,
        decided_at timestamptz,
        decision text
      );
      CREATE UNIQUE INDEX exclusion_case ON casework.exclusion (case_id) WHERE state <> 'refused';
      CREATE INDEX exclusion_state ON casework.exclusion (state, id DESC)`);
    for (const [position, { code, name }] of exclusionReasonSeeds.entries())
      await runner.query('INSERT INTO casework.exclusion_reason (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.exclusion, casework.exclusion_reason');
  }
}
