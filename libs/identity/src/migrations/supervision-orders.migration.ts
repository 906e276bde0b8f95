import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Supervisors and leaders may give supervision orders; roles that somebody has changed stay as they are. */
export class SupervisionOrders1795900000001 implements MigrationInterface {
  readonly name = 'SupervisionOrders1795900000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE identity.role
      SET permissions = '{case.read,task.read,supervision.read,supervision.order,joint-meeting.read,organisation.read,catalogue.read}'
      WHERE code IN ('supervisor', 'leader')
        AND permissions = '{case.read,task.read,supervision.read,joint-meeting.read,organisation.read,catalogue.read}'
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE identity.role SET permissions = array_remove(permissions, 'supervision.order')`);
  }
}
