import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bookingTemplateSeeds } from '../notices/notice-templates.data.js';

/** Messages to numbers that people left beside the cases, and what those who have an appointment are told. */
export class LeftNumbers1797000000120 implements MigrationInterface {
  readonly name = 'LeftNumbers1797000000120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.delivery ADD COLUMN left_for uuid, ADD COLUMN phone text,
        DROP CONSTRAINT delivery_check,
        ADD CONSTRAINT delivery_to CHECK (num_nonnulls(account_id, case_id, left_for) = 1),
        ADD CONSTRAINT delivery_left CHECK (phone IS NULL OR left_for IS NOT NULL);
      UPDATE casework.channel SET active = true WHERE code = 'reception'`);
    for (const { code, language, title, body } of bookingTemplateSeeds)
      await runner.query('INSERT INTO casework.notice_template (code, language, title, body) VALUES ($1, $2, $3, $4)', [
        code,
        language,
        title,
        body,
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const codes = bookingTemplateSeeds.map(({ code }) => code);
    await runner.query('DELETE FROM casework.notice_template WHERE code = ANY($1)', [codes]);
    await runner.query(`
      DELETE FROM casework.delivery WHERE left_for IS NOT NULL;
      ALTER TABLE casework.delivery DROP CONSTRAINT delivery_to, DROP CONSTRAINT delivery_left,
        DROP COLUMN left_for, DROP COLUMN phone,
        ADD CONSTRAINT delivery_check CHECK ((account_id IS NULL) <> (case_id IS NULL))`);
  }
}
