import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The right to operate on running instances, and a role for programs that work on external tasks. */
export class WorkflowOperations1795700003000 implements MigrationInterface {
  readonly name = 'WorkflowOperations1795700003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE identity.role
      SET permissions = '{workflow.read,workflow.deploy,workflow.operate,organisation.read,catalogue.read}'
      WHERE code = 'workflow-designer' AND permissions = '{workflow.read,workflow.deploy,organisation.read,catalogue.read}'
    `);
    await runner.query(`
      INSERT INTO identity.role (code, name, permissions, excludes)
      VALUES ('external-worker', '外部系统', '{job.work}', '{}') ON CONFLICT (code) DO NOTHING
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, 'workflow.operate')`);
    await runner.query(`DELETE FROM identity.role WHERE code = 'external-worker'`);
  }
}
