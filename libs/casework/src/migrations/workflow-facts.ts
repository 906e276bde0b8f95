import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the past cases of a workflow, and the ended steps of one of its versions, without reading the others. */
export class WorkflowFacts1798000000040 implements MigrationInterface {
  readonly name = 'WorkflowFacts1798000000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX case_file_workflow ON casework.case_file (definition_key, received_at DESC, id DESC);
      CREATE INDEX step_workflow_ended ON casework.step (definition_key, definition_version, finished_at DESC)
        INCLUDE (element_id, received_at, state) WHERE state IN ('done', 'lapsed')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX casework.step_workflow_ended, casework.case_file_workflow');
  }
}
