import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What units write down by habit: the day (日记实), the monthly meeting (月例会), the situation report (情况报告). */
export class UnitRecords1797000000005 implements MigrationInterface {
  readonly name = 'UnitRecords1797000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE casework.unit_record (
        unit_id text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('day', 'meeting', 'report')),
        period text NOT NULL,
        counts jsonb NOT NULL,
        remark text NOT NULL,
        signed_by uuid NOT NULL,
        signed_by_name text NOT NULL,
        signed_at timestamptz NOT NULL,
        received_by_name text,
        received_at timestamptz,
        PRIMARY KEY (unit_id, kind, period)
      );
      CREATE INDEX step_unit_finished ON casework.step (unit_id, finished_at) WHERE state IN ('done', 'lapsed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.step_unit_finished; DROP TABLE casework.unit_record');
  }
}
