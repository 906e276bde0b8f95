import type { MigrationInterface, QueryRunner } from 'typeorm';
import { privacyNoticeSeed, watermarkSeed } from '../privacy/privacy-settings.data.js';

/** The mark of who looks, the notice that residents read, and which version of it was read when a request was filed. */
export class PrivacySettings1798900000001 implements MigrationInterface {
  readonly name = 'PrivacySettings1798900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.case_file ADD COLUMN notice_version bigint');
    await runner.query(
      `INSERT INTO casework.setting (key, value, note, valid_from)
       VALUES ('watermark', $1, '初始设置', '1970-01-01Z'), ('privacy-notice', $2, '初始设置', '1970-01-01Z')`,
      [JSON.stringify(watermarkSeed), JSON.stringify(privacyNoticeSeed)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE casework.case_file DROP notice_version');
    await runner.query(`
      ALTER TABLE casework.setting DISABLE TRIGGER setting_append_only;
      DELETE FROM casework.setting WHERE key IN ('watermark', 'privacy-notice');
      ALTER TABLE casework.setting ENABLE TRIGGER setting_append_only`);
  }
}
