import type { MigrationInterface, QueryRunner } from 'typeorm';

const permissions = [
  ...['case.read', 'case.read-personal', 'task.read', 'task.handle', 'task.assign', 'statistics.read'],
  ...['joint-meeting.read', 'organisation.read', 'catalogue.read', 'supervision.answer'],
  ...['outreach.read', 'outreach.manage'],
];

/** Who answers for a department: as an officer there, and assigns its tasks, shares views of its inbox, sees its figures. */
export class DepartmentHead1798300000002 implements MigrationInterface {
  readonly name = 'DepartmentHead1798300000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO identity.role (code, name, permissions, excludes)
       VALUES ('department-head', '部门负责人', $1, '{}') ON CONFLICT (code) DO NOTHING`,
      [permissions],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM identity.role_grant WHERE role_code = 'department-head'`);
    await runner.query(`DELETE FROM identity.role WHERE code = 'department-head'`);
  }
}
