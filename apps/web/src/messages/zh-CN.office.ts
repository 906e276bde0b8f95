/** What somebody was told. */
export const notices = {
  title: '消息',
  hint: '与您有关的催办、到期、超期、转办、协办和抄送',
  empty: '还没有消息。',
  bell: (unread: number) => (unread > 0 ? `消息，${unread} 条未读` : '消息'),
  unread: '未读：',
  readAll: '全部标为已读',
  settings: '提醒方式',
  channels: '除了在这里看，还发到',
  channel: { mail: '邮件', sms: '短信', wecom: '企业微信' },
  mail: '电子邮箱（留空则不发）',
  mailWrong: '电子邮箱格式不正确',
  phone: '手机号',
  phoneWrong: '应为 11 位手机号',
  wecom: '企业微信成员账号',
  wecomMissing: '请填写企业微信成员账号',
  settingsHint: '未读的消息合并发送；夜间不发。',
  daily: '每天早上发一次',
  language: '消息语言',
  languages: { 'zh-CN': '中文', en: 'English' },
  save: '保存',
  saved: '已保存。',
};

/** Cases that are left out of adjusted rates. */
export const exclusions = {
  title: '待审核的剔除申请',
  line: (code: string, title: string) => `${code} ${title}`,
  facts: (unit: string, reason: string, by: string) => `${unit} · ${reason} · ${by} 申请`,
  decide: '审核',
  decideOf: (code: string) => `审核 ${code}`,
  opinion: '审核意见',
  opinionMissing: '请填写审核意见',
  grant: '同意剔除',
  refuse: '不同意',
};

/** The dispatch catalogue that rulings made. */
export const dispatch = {
  title: '裁定形成的派单依据',
  rule: (category: string, department: string) => `${category} → ${department}`,
  everywhere: '全区',
  since: (at: string) => `${at} 起`,
  until: (at: string) => `${at} 失效`,
  end: '失效',
  endOf: (category: string) => `${category} 的派单依据失效`,
  confirm: '失效后，这类诉求仍按类别表派单。',
};
