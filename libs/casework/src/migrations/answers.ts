import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every answer to a matter with its disposition and who gave it; a case that is taken up again may get another. */
export class Answers1797000000013 implements MigrationInterface {
  readonly name = 'Answers1797000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.answer (
        case_id uuid NOT NULL REFERENCES casework.case_file,
        id bigint GENERATED ALWAYS AS IDENTITY,
        at timestamptz NOT NULL,
        unit_id text,
        disposition_code text NOT NULL REFERENCES casework.disposition,
        PRIMARY KEY (case_id, id)
      );
      INSERT INTO casework.answer (case_id, at, unit_id, disposition_code)
      SELECT file.id, coalesce(step.finished_at, file.closed_at, file.received_at), step.unit_id, file.disposition_code
      FROM casework.case_file file LEFT JOIN LATERAL (
        SELECT finished_at, unit_id FROM casework.step
        WHERE case_id = file.id AND state = 'done' AND properties ->> 'callback' IS DISTINCT FROM 'true'
          AND instance_id NOT IN (SELECT id FROM casework.side_process)
        ORDER BY finished_at DESC LIMIT 1) AS step ON true
      WHERE file.disposition_code IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE casework.answer');
  }
}
