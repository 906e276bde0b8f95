import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was decided stays as it was decided, since earlier days are counted by it. */
export class SettingsAppendOnly1797000000081 implements MigrationInterface {
  readonly name = 'SettingsAppendOnly1797000000081';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER setting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casework.setting
        FOR EACH STATEMENT EXECUTE FUNCTION casework.refuse_rewriting()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER setting_append_only ON casework.setting');
  }
}
