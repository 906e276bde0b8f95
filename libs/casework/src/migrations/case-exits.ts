import type { MigrationInterface, QueryRunner } from 'typeorm';
import { defaultProcessKey } from '../catalogue/catalogue.data.js';
import { exitSeeds, furtherChannels, kindSeeds } from '../exits/intake.data.js';

/** What residents come with, requests that are handled elsewhere, and those that are handled with another one. */
export class CaseExits1797000000000 implements MigrationInterface {
  readonly name = 'CaseExits1797000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name }] of kindSeeds.entries())
      await runner.query('INSERT INTO casework.case_kind (code, name, position) VALUES ($1, $2, $3)', [
        code,
        name,
        position,
      ]);
    for (const [position, { code, name, told }] of exitSeeds.entries())
      await runner.query('INSERT INTO casework.intake_exit (code, name, told, position) VALUES ($1, $2, $3, $4)', [
        code,
        name,
        told,
        position,
      ]);
    for (const [position, { code, name }] of furtherChannels.entries())
      await runner.query(
        `INSERT INTO casework.channel (code, name, process_key, position) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [code, name, defaultProcessKey, 100 + position],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE casework.case_file SET state = 'withdrawn', merged_into = NULL WHERE state IN ('declined', 'merged');
      ALTER TABLE casework.case_file DROP COLUMN kind_code, DROP COLUMN exit_code, DROP COLUMN merged_into,
        DROP CONSTRAINT case_file_state_check,
        ADD CONSTRAINT case_file_state_check CHECK (state IN ('open', 'closed', 'withdrawn'));
      DROP TABLE casework.case_kind, casework.intake_exit`);
  }
}

const tables = `
  CREATE TABLE casework.case_kind (
    code text PRIMARY KEY,
    name text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  CREATE TABLE casework.intake_exit (
    code text PRIMARY KEY,
    name text NOT NULL,
    told text NOT NULL,
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  ALTER TABLE casework.case_file
    ADD COLUMN kind_code text REFERENCES casework.case_kind,
    ADD COLUMN exit_code text REFERENCES casework.intake_exit,
    ADD COLUMN merged_into uuid REFERENCES casework.case_file,
    DROP CONSTRAINT case_file_state_check,
    ADD CONSTRAINT case_file_state_check CHECK (state IN ('open', 'closed', 'withdrawn', 'declined', 'merged')),
    ADD CONSTRAINT case_file_merged_check CHECK ((state = 'merged') = (merged_into IS NOT NULL));
  CREATE INDEX case_file_merged ON casework.case_file (merged_into) WHERE merged_into IS NOT NULL;`;
