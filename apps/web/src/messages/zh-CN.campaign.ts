/** Campaigns, from the register to the statistics. */
export const campaign = {
  label: '专项行动',
  placeholder: '不属于专项行动的不选',
  option: (name: string, from: string, to: string) => `${name}（${from} 至 ${to}）`,
  units: (names: string) => `参与单位：${names}`,
  noneRunning: '没有进行中的专项行动，请系统管理员在“基础数据”中新增。',
  all: '全部专项行动',
  none: '这段时间没有按专项行动登记的诉求。',
  kind: '类型',
  days: '起止',
  between: (from: string, to: string) => `${from} 至 ${to}`,
  received: '受理',
  closed: '已结案',
  satisfied: '满意 / 评价',
};
