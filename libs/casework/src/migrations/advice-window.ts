import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the latest cases with a category in the index alone; advice asks for them each time. */
export class AdviceWindow1797000000061 implements MigrationInterface {
  readonly name = 'AdviceWindow1797000000061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_file_advice ON casework.case_file (received_at DESC, id) WHERE category_code IS NOT NULL;
      DROP INDEX casework.case_file_categorised`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_file_categorised ON casework.case_file (received_at DESC) WHERE category_code IS NOT NULL;
      DROP INDEX casework.case_file_advice`);
  }
}
