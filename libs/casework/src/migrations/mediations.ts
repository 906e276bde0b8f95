import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actLimitSeeds } from '../acts/act-limits.data.js';

/** Disputes are mediated beside a case: between whom, by which group, and on what the parties agreed. */
export class Mediations1797000000190 implements MigrationInterface {
  readonly name = 'Mediations1797000000190';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name, most }] of actLimitSeeds.entries())
      await runner.query(
        `INSERT INTO casework.act_limit (code, name, most, position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [code, name, most, position],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE casework.mediation;
      DELETE FROM casework.side_process WHERE kind = 'mediation';
      DELETE FROM casework.act_limit WHERE code = 'mediation-days';
      ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'countersign', 'consult', 'supervision', 'policy', 'revisit', 'mutual-aid'))`);
  }
}

const tables = `
  ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
    ADD CHECK (kind IN ('assist', 'countersign', 'consult', 'mediation', 'supervision', 'policy', 'revisit',
      'mutual-aid'));
  CREATE TABLE casework.mediation (
    id uuid PRIMARY KEY REFERENCES casework.side_process,
    group_name text,
    parties text[] NOT NULL,
    agreement text,
    duties jsonb NOT NULL DEFAULT '[]',
    paper_id uuid REFERENCES casework.attachment
  );`;
