/** The three ways in which cases are handled. */
export const lane = {
  title: '办理机制',
  name: { window: '窗口受理', mutual: '自助互助', coordination: '协调协同' },
  share: '占办结比例',
  none: '这段时间没有诉求。',
  hoursFormula: '从受理到结案的平均自然小时',
};

/** What a station offers to its volunteers. */
export const mutualAid = {
  title: '互助',
  hint: '本站交来的互助事项；认领后才能看到联系方式，先认领者承办',
  tabs: '互助事项',
  tab: { offered: '可认领', mine: '我认领的', done: '已结束' },
  empty: {
    offered: '现在没有可以认领的事项。有新的事项时会有消息提醒。',
    mine: '没有正在办理的事项。',
    done: '还没有办过的事项。',
  },
  take: '认领',
  takeOf: (note: string) => `认领：${note}`,
  taken: '已认领，请在“我认领的”中查看联系方式并办理。',
  contact: '查看联系方式',
  contactHint: '每次查看都会记入流转记录。',
  name: '诉求人',
  phone: '电话',
  address: '地址',
  unknown: '未留',
  report: '反馈结果',
  outcome: '办理结果',
  outcomeMissing: '请选择办理结果',
  opinion: '怎么办的；做不了的，写明原因',
  reported: '已反馈，由窗口核对。',
  due: { offered: '认领期限', mine: '反馈期限' },
  state: { done: '已反馈', lapsed: '逾期未反馈，已转回窗口', cancelled: '已由窗口收回或终止' },
  solved: '窗口核对：已解决',
  unsolved: '窗口核对：未解决',
  waits: '等待窗口核对',
  // On the case.
  sides: '互助、协办、会签、督办与后续跟踪',
  skill: '特长',
  allSkills: (n: number) => `不限（${n} 人）`,
  skillOption: (name: string, n: number) => `${name}（${n} 人）`,
  skillAsked: (name: string) => `特长：${name}`,
  term: '认领期限',
  termHint: '不填则按流程图（一个工作日）',
  termUnits: { hours: '工作小时', days: '工作日' },
  termUnit: '期限单位',
  nobody: '本站还没有可以派单的志愿者，请负责人先维护志愿者名册。',
  problem: {
    complaint: '这件诉求反映了单位或人员，不能交志愿者办理。',
    conflict: '这件诉求有人申请回避，不能交志愿者办理。',
    kind: '这类诉求不交志愿者办理。',
  },
};

/** The rosters of volunteers. */
export const roster = {
  title: '志愿者名册',
  hint: '在册并启用的志愿者可以认领本站的互助事项；账号和志愿者角色由系统、安全管理员开通',
  caption: '志愿者',
  add: '加入名册',
  edit: '修改',
  editOf: (name: string) => `修改 ${name}`,
  empty: '名册上还没有志愿者。',
  person: '志愿者',
  station: '工作站',
  skills: '特长',
  anySkill: '未填（只接收不限特长的事项）',
  area: '责任区域',
  areaHint: '楼栋、楼组或片区',
  active: '接收互助事项',
  state: '状态',
  on: '接收',
  off: '停用',
  open: '在办',
  solved: '互助解决',
  noCandidates: '没有可以加入的账号：请系统管理员开通账号，由安全管理员授予本站的志愿者角色。',
  personMissing: '请选择志愿者',
  stationMissing: '请选择工作站',
  saved: '已保存。',
};

/** What a station does on a case. */
export const mutualAct = {
  name: { mutual: '交互助', recall: '收回互助' },
  hint: {
    mutual:
      '由本站志愿者认领办理；办理时限照常计算，核对互助结果之前不能办结，无人认领、逾期未反馈或做不了的自动转回。',
    recall: '收回后由窗口自行办理；已经认领的志愿者会收到终止消息。',
  },
  opinion: { mutual: '要做什么（志愿者都能看到，不要写姓名、电话和证件号）', recall: '收回原因' },
};
