import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are told of first contacts that are late. */
export class LateContacts1797000000073 implements MigrationInterface {
  readonly name = 'LateContacts1797000000073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO casework.notice_kind (code, name, position)
        SELECT 'contact-late', '首次联系逾期', max(position) + 1 FROM casework.notice_kind;
      INSERT INTO casework.notice_template (code, language, title, body) VALUES
        ('contact-late', 'zh-CN', '首次联系逾期', '{code}“{title}”应在 {dueAt} 前首次联系诉求人（{unit}），请尽快联系。'),
        ('contact-late', 'en', 'First contact late',
          '{code} "{title}": the resident was to be spoken to before {dueAt} ({unit}), please do so now.')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM casework.notice WHERE kind = 'contact-late';
      DELETE FROM casework.notice_template WHERE code = 'contact-late';
      DELETE FROM casework.notice_kind WHERE code = 'contact-late'`);
  }
}
