import type { Permission } from '../access/permission.js';

/** A role as a fresh installation has it. */
export interface DefaultRole {
  readonly code: string;
  /** On the screen. */
  readonly name: string;
  /** Over which unit it is meant to be granted. */
  readonly scope: string;
  readonly permissions: readonly Permission[];
  /** Never together with these in one person. */
  readonly excludes: readonly string[];
}

const separated = ['system-administrator', 'security-administrator', 'auditor'];

/**
 * The roles that the migrations put into a fresh database, for docs and the demo. A change here needs a migration; a
 * test compares both. The last three are the separated administrators of GB/T 22239-2019 (三员分立): none sees a case.
 */
export const defaultRoles: readonly DefaultRole[] = [
  role('station-clerk', '工作站办事员', 'the station', [
    'case.register',
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'organisation.read',
    'catalogue.read',
    'outreach.read',
  ]),
  role('station-head', '工作站站长', 'the station', [
    'case.register',
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'task.assign',
    'statistics.read',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
    'outreach.read',
    'outreach.manage',
    'volunteers.manage',
  ]),
  role('street-coordinator', '街道协调员', 'the street with its stations', [
    'case.register',
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'task.assign',
    'statistics.read',
    'joint-meeting.read',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
    'outreach.read',
    'outreach.manage',
    'volunteers.manage',
  ]),
  role('volunteer', '志愿者', 'the station', ['mutual-aid.help']),
  role('department-officer', '部门承办人', 'the department', [
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'joint-meeting.read',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
    'outreach.read',
    'outreach.manage',
  ]),
  role('department-head', '部门负责人', 'the department', [
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'task.assign',
    'statistics.read',
    'joint-meeting.read',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
    'outreach.read',
    'outreach.manage',
  ]),
  role('general-officer', '群众工作办公室工作人员', 'the general office', [
    'case.register',
    'case.read',
    'case.read-personal',
    'task.read',
    'task.handle',
    'task.assign',
    'statistics.read',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
    'outreach.read',
    'outreach.manage',
  ]),
  role('meeting-secretary', '联席会秘书', 'the joint-meeting office', [
    'case.read',
    'task.read',
    'task.handle',
    'joint-meeting.read',
    'joint-meeting.manage',
    'organisation.read',
    'catalogue.read',
    'supervision.answer',
  ]),
  role('district-handler', '区级承办人', 'a district office', [
    'case.read',
    'task.read',
    'task.handle',
    'organisation.read',
  ]),
  role('office-reader', '区级机关查阅人', 'a district office', ['case.read', 'task.read', 'organisation.read']),
  role('supervisor', '督查员', 'the district', [
    'case.read',
    'task.read',
    'supervision.read',
    'supervision.order',
    'statistics.read',
    'joint-meeting.read',
    'organisation.read',
    'catalogue.read',
    'outreach.read',
  ]),
  role('leader', '区领导', 'the district', [
    'case.read',
    'task.read',
    'supervision.read',
    'supervision.order',
    'statistics.read',
    'joint-meeting.read',
    'organisation.read',
    'catalogue.read',
    'outreach.read',
  ]),
  role('workflow-designer', '流程管理员', 'the district', [
    'workflow.read',
    'workflow.deploy',
    'workflow.operate',
    'organisation.read',
    'catalogue.read',
  ]),
  role('external-worker', '外部系统', 'the district', ['job.work']),
  role(
    'system-administrator',
    '系统管理员',
    'the district',
    ['system.manage', 'people.read', 'organisation.read'],
    separated,
  ),
  role(
    'security-administrator',
    '安全管理员',
    'the district',
    ['grants.manage', 'people.read', 'organisation.read'],
    separated,
  ),
  role('auditor', '审计管理员', 'the district', ['audit.read'], separated),
];

function role(
  code: string,
  name: string,
  scope: string,
  permissions: readonly Permission[],
  exclusive: readonly string[] = [],
): DefaultRole {
  return { code, name, scope, permissions, excludes: exclusive.filter((other) => other !== code) };
}
