import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units sign an answer, or say whether a case is theirs, beside the case's own way; how each answered is kept by name. */
export class CaseOpinions1797000000071 implements MigrationInterface {
  readonly name = 'CaseOpinions1797000000071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.side_process DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'countersign', 'consult', 'supervision', 'policy', 'revisit')),
        ADD COLUMN answered_as text;
      DROP INDEX casework.side_process_once;
      CREATE UNIQUE INDEX side_process_once ON casework.side_process (for_instance, for_key, kind, unit_id)
        WHERE ended_at IS NULL AND for_instance IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM casework.side_process WHERE kind IN ('countersign', 'consult');
      DROP INDEX casework.side_process_once;
      CREATE UNIQUE INDEX side_process_once ON casework.side_process (for_instance, for_key, unit_id)
        WHERE ended_at IS NULL AND kind = 'assist';
      ALTER TABLE casework.side_process DROP COLUMN answered_as, DROP CONSTRAINT side_process_kind_check,
        ADD CHECK (kind IN ('assist', 'supervision', 'policy', 'revisit'))`);
  }
}
