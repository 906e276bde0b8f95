import type { MigrationInterface, QueryRunner } from 'typeorm';
import { whistleTemplateSeeds } from '../notices/notice-templates.data.js';

/** What people are told of whistles, in English too. */
export class WhistleTemplates1797000000033 implements MigrationInterface {
  readonly name = 'WhistleTemplates1797000000033';

  async up(runner: QueryRunner): Promise<void> {
    for (const { code, language, title, body } of whistleTemplateSeeds)
      await runner.query(
        `INSERT INTO casework.notice_template (code, language, title, body)
         SELECT code, $2, $3, $4 FROM casework.notice_kind WHERE code = $1`,
        [code, language, title, body],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { code, language } of whistleTemplateSeeds)
      await runner.query('DELETE FROM casework.notice_template WHERE code = $1 AND language = $2', [code, language]);
  }
}
