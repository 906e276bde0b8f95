import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Titles that were kept with a mobile or identity number: it stands in the text, where it is masked for who may not see it. */
export class MaskedTitles1798900000000 implements MigrationInterface {
  readonly name = 'MaskedTitles1798900000000';

  /** Each piece is kept by itself, so that nobody waits for all of them; a second attempt begins anew and finds less. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    let after: string | undefined = '00000000-0000-0000-0000-000000000000';
    while (after !== undefined) {
      const [piece] = (await runner.query(maskPiece, [after])) as { last: string | null }[];
      after = piece?.last ?? undefined;
    }
  }

  /** The numbers stand in the text; nothing is lost by leaving them there. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}

/** Masks among the next rows after an id; answers the id of the last one that was looked at, null after all. */
const maskPiece = String.raw`
  WITH masked AS (
    UPDATE casework.case_file file SET title = told.title, text = file.text || E'\n' || file.title
    FROM (
      SELECT id, regexp_replace(regexp_replace(title,
        '(?<!\d)(\d{2})\d{14}(\d[\dXx])(?!\d)', '\1****\2', 'g'),
        '(?<!\d)(1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?!\d)', '\1****\2', 'g') AS title
      FROM (SELECT id, title FROM casework.case_file WHERE id > $1 ORDER BY id LIMIT 5000) piece
      WHERE title ~ '\d{4}') told
    WHERE told.id = file.id AND told.title <> file.title)
  SELECT max(id::text) AS last
    FROM (SELECT id FROM casework.case_file WHERE id > $1 ORDER BY id LIMIT 5000) piece`;
