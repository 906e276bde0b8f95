import type { MigrationInterface, QueryRunner } from 'typeorm';
import { statisticsSettingsSeed } from '../settings/statistics-settings.data.js';

/** What an administrator decides beside the reference tables: rows are added, never changed, the newest counts. */
export class StatisticsSettings1797000000011 implements MigrationInterface {
  readonly name = 'StatisticsSettings1797000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.setting (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        key text NOT NULL,
        value jsonb NOT NULL,
        note text NOT NULL,
        valid_from timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text
      );
      CREATE INDEX setting_key ON casework.setting (key, id DESC)`);
    await runner.query(
      `INSERT INTO casework.setting (key, value, note, valid_from) VALUES ('statistics', $1, '初始设置', '1970-01-01Z')`,
      [JSON.stringify(statisticsSettingsSeed)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.setting');
  }
}
