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

/** Working calendars. */
export const calendar = {
  title: '工作日历',
  hint: '办理时限按这里的工作日计算；点选日期可以改为工作日或休息日',
  year: '年份',
  yearName: (year: number) => `${year} 年`,
  provisional: '部分日期的放假通知尚未发布或尚未收录，暂按星期计算；通知发布后在此调整，未到期的时限自动重算。',
  month: (n: number) => `${n} 月`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  working: '工作日',
  off: '休息日',
  statutory: '恢复法定安排',
  makeUp: '班',
  holiday: '休',
  dayName: (date: string, kind: string, name: string | null) => [date, kind, name].filter(Boolean).join(' '),
  decisions: '调整',
  noDecisions: '还没有调整。更新法定节假日数据后，也可以直接重算未到期的时限。',
  decision: (date: string, working: boolean | null) =>
    `${date} ${working === null ? '恢复法定安排' : working ? '改为工作日' : '改为休息日'}`,
  name: '事由，例如：调休上班',
  nameOf: (date: string) => `${date} 的事由`,
  remove: '去掉',
  readIn: '读入通知（.xlsx、.csv）',
  readInHint: '表格三列：日期、班或休、事由，每天一行',
  readSum: (days: number) => `读入 ${days} 天，请核对后试算。`,
  unread: (lines: string) => `有几行没有读懂，未计入：${lines}`,
  unreadLine: (line: number, text: string) => `第 ${line} 行“${text}”`,
  grounds: '依据',
  groundsHint: '依据，例如：国务院办公厅关于 2027 年部分节假日安排的通知',
  tryOut: '试算',
  apply: '生效',
  recount: '重算时限',
  confirm: '生效后，未到期的时限按新日历重算，每项变化记入流转记录。',
  changed: '已生效，时限将在两分钟后开始重算。',
  preview: ({ terms, later, earlier, kept }: { terms: number; later: number; earlier: number; kept: number }) =>
    `正在计算的时限 ${terms} 个：推后 ${later} 个，提前 ${earlier} 个，其余不变${kept > 0 ? `（其中 ${kept} 个因重算后已过期而不动）` : ''}。`,
  changes: '调整记录',
  progress: (of: { total: number; done: number; refused: number; finished: boolean }) =>
    of.total === 0 && !of.finished
      ? '等待重算'
      : `已重算 ${of.done} / ${of.total} 件${of.refused > 0 ? `，${of.refused} 件未能重算` : ''}`,
};

/** Who is away, and who stands in. */
export const absence = {
  title: '外出代班',
  hint: '外出期间，代班人在“待签收”中看到您手里的办件，签收后由代班人办理，流转记录中两人都有姓名',
  empty: '没有代班安排。',
  line: (person: string, substitute: string) => `${person} 外出，由 ${substitute} 代班`,
  times: (from: string, until: string) => `${from} 至 ${until}`,
  confirm: '现在结束代班？已被代班人签收的办件不会退回。',
  end: '结束',
  endOf: (person: string) => `结束 ${person} 的代班`,
  set: '安排代班',
  person: '外出人',
  myself: '本人',
  substitute: '代班人',
  substituteMissing: '请选择代班人',
  from: '开始时间',
  until: '结束时间',
  timeMissing: '请填写时间',
  saved: '已安排。',
};

/** What units write down by habit. */
export const habits = {
  title: '工作日志',
  hint: '日记实、月例会、情况报告；数字由诉求自动生成',
  unit: '单位',
  month: '月份',
  noUnit: '您不在任何单位任职，没有工作日志。',
  sum: (of: { registered: number; handled: number; lapsed: number }, missing: number) =>
    `本月首接 ${of.registered} 件，办理 ${of.handled} 件次，超期 ${of.lapsed} 件次；${missing > 0 ? `缺记 ${missing} 天` : '没有缺记'}`,
  days: '日记实',
  day: '日期',
  registered: '首接',
  handled: '办理',
  lapsed: '超期',
  remark: '记录',
  remarkLabel: '记录内容',
  missing: '缺记',
  sign: '签记',
  signOf: (day: string) => `签记 ${day}`,
  dayRecord: (day: string) => `${day} 日记实`,
  signedBy: (name: string) => `${name} 签记`,
  signedAt: (name: string, at: string) => `${name} ${at} 签记`,
  receivedAt: (name: string, at: string) => `上级 ${name} ${at} 签收`,
  notSigned: '尚未签记。',
  meeting: '月例会',
  agenda: (n: number) => (n > 0 ? `建议议题：在办 ${n} 件` : '没有在办的诉求'),
  due: (at: string, late: boolean) => (late ? `${at} 到期，已超期` : `${at} 到期`),
  signMeeting: '签记月例会',
  report: '情况报告',
  counted: (of: { registered: number; handled: number; lapsed: number }) =>
    `首接 ${of.registered} 件，办理 ${of.handled} 件次，超期 ${of.lapsed} 件次`,
  signReport: '签报情况报告',
  receive: '签收报告',
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
