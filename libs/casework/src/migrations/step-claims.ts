import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a task was first taken into somebody's hands, and the pauses of its term: what the time of a step is made of. */
export class StepClaims1797000000012 implements MigrationInterface {
  readonly name = 'StepClaims1797000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE casework.step ADD COLUMN claimed_at timestamptz;
      UPDATE casework.step SET claimed_at = coalesce(
        (SELECT min(line.at) FROM casework.trail line
         WHERE line.case_id = step.case_id AND line.kind = 'claimed' AND line.element_id = step.element_id
           AND line.received_at = step.received_at),
        CASE WHEN state = 'done' THEN finished_at END);
      CREATE INDEX case_act_pause ON casework.case_act (instance_id, key) WHERE kind = 'suspend'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.case_act_pause; ALTER TABLE casework.step DROP COLUMN claimed_at');
  }
}
