import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dispositionSeeds } from '../closing/dispositions.data.js';

/** How a matter was settled and what the resident is told, with what goes on from there beside the case. */
export class CaseAnswers1796000000000 implements MigrationInterface {
  readonly name = 'CaseAnswers1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'supervision', 'policy', 'revisit'));
      CREATE UNIQUE INDEX side_process_follow_up ON casework.side_process (case_id, kind)
        WHERE ended_at IS NULL AND kind IN ('policy', 'revisit');
      CREATE TABLE casework.disposition (
        code text PRIMARY KEY,
        name text NOT NULL,
        follow_up text CHECK (follow_up IN ('policy', 'revisit')),
        position integer NOT NULL,
        active boolean NOT NULL DEFAULT true
      );
      ALTER TABLE casework.case_file
        ADD COLUMN disposition_code text REFERENCES casework.disposition,
        ADD COLUMN reply text`);
    for (const [position, { code, name, followUp }] of dispositionSeeds.entries())
      await runner.query('INSERT INTO casework.disposition (code, name, follow_up, position) VALUES ($1, $2, $3, $4)', [
        code,
        name,
        followUp,
        position,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.case_file DROP COLUMN disposition_code, DROP COLUMN reply;
      DROP TABLE casework.disposition;
      DROP INDEX casework.side_process_follow_up;
      DELETE FROM casework.side_process WHERE kind IN ('policy', 'revisit');
      ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'supervision'))`);
  }
}
