import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the tasks in somebody's hands that run out soon without reading the others. */
export class StepWarnings1797000000009 implements MigrationInterface {
  readonly name = 'StepWarnings1797000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX step_warning ON casework.step (warn_at)
      WHERE state = 'open' AND assignee_id IS NOT NULL AND NOT suspended`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.step_warning');
  }
}
