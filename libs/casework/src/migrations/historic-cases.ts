import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historicAgeSeeds } from '../historic/historic-ages.data.js';

/** Cases about long-standing matters: since when, why it is said, and by how long they are counted. */
export class HistoricCases1797000000131 implements MigrationInterface {
  readonly name = 'HistoricCases1797000000131';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    for (const [position, { code, name, years }] of historicAgeSeeds.entries())
      await runner.query('INSERT INTO casework.historic_age (code, name, years, position) VALUES ($1, $2, $3, $4)', [
        code,
        name,
        years,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_file DROP COLUMN historic_since, DROP COLUMN historic_reason, DROP COLUMN historic_at;
      DROP TABLE casework.historic_age`);
  }
}

/** `historic_at` is when the case was first marked, and stays when the mark is taken off. */
const tables = `
  CREATE TABLE casework.historic_age (
    code text PRIMARY KEY,
    name text NOT NULL,
    years integer NOT NULL CHECK (years >= 0),
    position integer NOT NULL,
    active boolean NOT NULL DEFAULT true
  );
  ALTER TABLE casework.case_file
    ADD COLUMN historic_since text CHECK (historic_since ~ '^\\d{4}(-\\d{2}-\\d{2})?$'),
    ADD COLUMN historic_reason text,
    ADD COLUMN historic_at timestamptz,
    ADD CONSTRAINT case_file_historic_check CHECK ((historic_since IS NULL) = (historic_reason IS NULL));
  CREATE INDEX case_file_historic ON casework.case_file (received_at DESC, id DESC) WHERE historic_since IS NOT NULL;
  CREATE INDEX case_file_once_historic ON casework.case_file (historic_at) WHERE historic_at IS NOT NULL;`;
