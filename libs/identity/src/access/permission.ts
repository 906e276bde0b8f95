/** Every right that the product knows, with its name on the screen. What is not listed here cannot be granted. */
export const permissionNames = {
  'case.register': '登记诉求',
  'case.read': '查看诉求',
  'case.read-personal': '查看诉求人信息',
  'task.read': '查看办件',
  'task.handle': '办理办件',
  'task.assign': '指派办件',
  'joint-meeting.read': '查看联席会',
  'joint-meeting.manage': '组织联席会',
  'supervision.read': '查看督办',
  'supervision.order': '发出督办',
  'supervision.answer': '签收通报约谈',
  'statistics.read': '查看统计',
  'workflow.read': '查看流程',
  'workflow.deploy': '发布流程',
  'workflow.operate': '运维流程实例',
  'job.work': '处理外部任务',
  'organisation.read': '查看组织机构',
  'people.read': '查看人员',
  'catalogue.read': '查看事项目录',
  'outreach.read': '查看服务承诺与接待日',
  'outreach.manage': '组织服务承诺与接待日',
  'mutual-aid.help': '承接互助事项',
  'volunteers.manage': '管理志愿者',
  'system.manage': '系统管理',
  'grants.manage': '授权管理',
  'audit.read': '查看审计日志',
} as const;

/** Code of one right, as `case.read`. */
export type Permission = keyof typeof permissionNames;

/** Every code, in the order of the table. */
export const permissions = Object.keys(permissionNames) as readonly Permission[];

/** Whether a stored text is a right that this version knows; an unknown one gives nothing. */
export function isPermission(code: string): code is Permission {
  return Object.hasOwn(permissionNames, code);
}
