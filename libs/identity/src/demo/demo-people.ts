/** A person of the demo district. */
export interface DemoPerson {
  readonly username: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly post: string;
  /** Role code and the unit over which it is granted; default: the person's own unit. */
  readonly grants: readonly { readonly roleCode: string; readonly unitId: string }[];
}

type Grant = DemoPerson['grants'][number];

/** Invented people: one for each role, a second set elsewhere for permission checks, and somebody in every unit. */
export const demoPeople: readonly DemoPerson[] = [
  person('clerk', '陈晓燕', ['station-1-1', '办事员'], 'station-clerk'),
  person('station-head', '赵建国', ['station-1-1', '站长'], 'station-head'),
  person('street', '孙丽华', ['street-1', '协调员'], 'street-coordinator'),
  person('officer', '周志强', ['dept-urban', '承办人'], 'department-officer'),
  person('general', '吴桂芳', ['office-general', '工作人员'], 'general-officer'),
  person('secretary', '郑海涛', ['office-meeting', '秘书'], 'meeting-secretary', [
    over('office-general', 'office-reader'),
    over('office-supervision', 'office-reader'),
    over('office-leader', 'office-reader'),
  ]),
  person('supervisor', '冯立新', ['office-supervision', '督查员'], 'district-handler', [
    over('district', 'supervisor'),
  ]),
  person('leader', '何振华', ['office-leader', '副区长'], 'district-handler', [over('district', 'leader')]),
  person('designer', '许文博', ['district', '流程管理员'], 'workflow-designer'),
  person('sysadmin', '沈立群', ['district', '系统管理员'], 'system-administrator'),
  person('secadmin', '韩雪梅', ['district', '安全管理员'], 'security-administrator'),
  person('auditor', '杨正平', ['district', '审计管理员'], 'auditor'),

  person('clerk2', '林小梅', ['station-2-1', '办事员'], 'station-clerk'),
  person('station-head2', '黄永福', ['station-2-1', '站长'], 'station-head'),
  person('street2', '徐春生', ['street-2', '协调员'], 'street-coordinator'),
  person('officer2', '马国栋', ['dept-housing', '承办人'], 'department-officer'),
  person('general2', '罗秀英', ['office-general', '工作人员'], 'general-officer'),
  person('secretary2', '梁思远', ['office-meeting', '秘书'], 'meeting-secretary'),
  person('supervisor2', '宋卫东', ['office-supervision', '督查员'], 'district-handler', [
    over('district', 'supervisor'),
  ]),
  person('leader2', '唐敏', ['office-leader', '副区长'], 'district-handler', [over('district', 'leader')]),
  person('designer2', '邓一鸣', ['district', '流程管理员'], 'workflow-designer'),
  person('sysadmin2', '曹卫民', ['district', '系统管理员'], 'system-administrator'),
  person('secadmin2', '彭丹', ['district', '安全管理员'], 'security-administrator'),
  person('auditor2', '曾庆安', ['district', '审计管理员'], 'auditor'),

  person('clerk3', '萧玉兰', ['station-1-2', '办事员'], 'station-clerk'),
  person('clerk4', '田晓东', ['station-1-3', '办事员'], 'station-clerk'),
  person('clerk5', '董淑珍', ['station-1-4', '办事员'], 'station-clerk'),
  person('clerk6', '潘志远', ['station-2-2', '办事员'], 'station-clerk'),
  person('clerk7', '袁秋菊', ['station-2-3', '办事员'], 'station-clerk'),
  person('clerk8', '蔡明辉', ['station-2-4', '办事员'], 'station-clerk'),

  person('officer3', '蒋海燕', ['dept-hrss', '承办人'], 'department-officer'),
  person('officer4', '余承志', ['dept-education', '承办人'], 'department-officer'),
  person('officer5', '杜若琳', ['dept-health', '承办人'], 'department-officer'),
  person('officer6', '叶长青', ['dept-traffic', '承办人'], 'department-officer'),
  person('officer7', '程立伟', ['dept-commerce', '承办人'], 'department-officer'),
  person('officer8', '魏清泉', ['dept-environment', '承办人'], 'department-officer'),
  person('officer9', '吕刚', ['dept-police', '承办人'], 'department-officer'),
  person('officer10', '任慧敏', ['dept-civil', '承办人'], 'department-officer'),

  person('volunteer', '方国庆', ['station-1-1', '志愿者'], 'volunteer'),
  person('volunteer2', '石秀兰', ['station-2-1', '志愿者'], 'volunteer'),
  person('volunteer3', '金玉梅', ['station-1-1', '志愿者'], 'volunteer'),
];

function person(
  username: string,
  displayName: string,
  [unitId, post]: readonly [unitId: string, post: string],
  roleCode: string,
  further: readonly Grant[] = [],
): DemoPerson {
  return { username, displayName, unitId, post, grants: [{ roleCode, unitId }, ...further] };
}

function over(unitId: string, roleCode: string): Grant {
  return { roleCode, unitId };
}
