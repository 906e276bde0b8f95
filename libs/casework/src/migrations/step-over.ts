import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the open tasks of a district whose term is over without reading the others. */
export class StepOver1798000000010 implements MigrationInterface {
  readonly name = 'StepOver1798000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX step_over ON casework.step (due_at) WHERE state = 'open' AND NOT suspended`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.step_over');
  }
}
