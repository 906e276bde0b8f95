import type { MigrationInterface, QueryRunner } from 'typeorm';
import { actLimitSeeds } from '../acts/act-limits.data.js';
import { retentionOfKinds, retentionSeed } from '../retention/retention.data.js';

/** For how long ended cases keep their personal data, which are held beyond that, and which have lost them. */
export class Retention1798500000003 implements MigrationInterface {
  readonly name = 'Retention1798500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(
      `INSERT INTO casework.act_limit (code, name, most, position) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [
        retentionSeed.code,
        retentionSeed.name,
        retentionSeed.most,
        actLimitSeeds.findIndex(({ code }) => code === retentionSeed.code),
      ],
    );
    for (const { code, months } of retentionOfKinds)
      await runner.query('UPDATE casework.case_kind SET retain_months = $2 WHERE code = $1', [code, months]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE casework.legal_hold;
      DROP INDEX casework.case_file_retained;
      ALTER TABLE casework.attachment DROP COLUMN content_removed_at;
      ALTER TABLE casework.case_file DROP COLUMN anonymised_at;
      ALTER TABLE casework.case_kind DROP COLUMN retain_months;
      DELETE FROM casework.act_limit WHERE code = 'retention-months'`);
  }
}

const tables = `
  ALTER TABLE casework.case_kind ADD COLUMN retain_months integer NOT NULL DEFAULT ${retentionSeed.most}
    CHECK (retain_months > 0);
  ALTER TABLE casework.case_file ADD COLUMN anonymised_at timestamptz;
  CREATE INDEX case_file_retained ON casework.case_file (closed_at, id)
    WHERE state <> 'open' AND anonymised_at IS NULL;
  ALTER TABLE casework.attachment ADD COLUMN content_removed_at timestamptz;
  CREATE INDEX attachment_content ON casework.attachment (sha256);
  CREATE TABLE casework.legal_hold (
    case_id uuid PRIMARY KEY REFERENCES casework.case_file,
    reason text NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL
  );`;
