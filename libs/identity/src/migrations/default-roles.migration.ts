import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The roles of a fresh installation. Spelled out here: what a migration does must not change when the code does. */
export class IdentityDefaultRoles1795392003000 implements MigrationInterface {
  readonly name = 'IdentityDefaultRoles1795392003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO identity.role (code, name, permissions, excludes)
      SELECT code, name, string_to_array(permissions, ' '), string_to_array(excludes, ' ')
      FROM (VALUES
        ('station-clerk', '工作站办事员',
          'case.register case.read case.read-personal task.read task.handle organisation.read catalogue.read', ''),
        ('station-head', '工作站站长',
          'case.register case.read case.read-personal task.read task.handle task.assign organisation.read catalogue.read', ''),
        ('street-coordinator', '街道协调员',
          'case.register case.read case.read-personal task.read task.handle task.assign joint-meeting.read organisation.read catalogue.read', ''),
        ('department-officer', '部门承办人',
          'case.read case.read-personal task.read task.handle organisation.read catalogue.read', ''),
        ('general-officer', '群众工作办公室工作人员',
          'case.register case.read case.read-personal task.read task.handle task.assign organisation.read catalogue.read', ''),
        ('meeting-secretary', '联席会秘书',
          'case.read task.read task.handle joint-meeting.read joint-meeting.manage organisation.read catalogue.read', ''),
        ('district-handler', '区级承办人', 'case.read task.read task.handle organisation.read', ''),
        ('office-reader', '区级机关查阅人', 'case.read task.read organisation.read', ''),
        ('supervisor', '督查员',
          'case.read task.read supervision.read joint-meeting.read organisation.read catalogue.read', ''),
        ('leader', '区领导',
          'case.read task.read supervision.read joint-meeting.read organisation.read catalogue.read', ''),
        ('workflow-designer', '流程管理员', 'workflow.read workflow.deploy organisation.read catalogue.read', ''),
        ('system-administrator', '系统管理员', 'system.manage organisation.read', 'security-administrator auditor'),
        ('security-administrator', '安全管理员', 'grants.manage organisation.read', 'system-administrator auditor'),
        ('auditor', '审计管理员', 'audit.read', 'system-administrator security-administrator')
      ) AS role (code, name, permissions, excludes)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('TRUNCATE identity.role CASCADE');
  }
}
