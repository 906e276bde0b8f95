import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles that were kept with a mobile or identity number: it stands in the text, where it is masked for who may not see it. */
export class MaskedTitles1798900000000 implements MigrationInterface {
  readonly name = 'MaskedTitles1798900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(String.raw`
      WITH told AS (
        SELECT id, regexp_replace(regexp_replace(title,
          '(?<!\d)(\d{2})\d{14}(\d[\dXx])(?!\d)', '\1****\2', 'g'),
          '(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)', '\1****\2', 'g') AS title
        FROM casework.case_file WHERE title ~ '\d{4}')
      UPDATE casework.case_file file SET title = told.title, text = file.text || E'\n' || file.title
      FROM told WHERE told.id = file.id AND told.title <> file.title`);
  }

  /** The numbers stand in the text; nothing is lost by leaving them there. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
