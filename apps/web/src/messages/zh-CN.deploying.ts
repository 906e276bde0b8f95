/** The dialog that deploys a workflow. */
export const deploying = {
  title: (name: string) => `发布“${name}”`,
  submit: '确认发布',
  close: '完成',
  states: { open: '…', good: '通过', mind: '留意', bad: '不能' },
  problems: (errors: number, warnings: number) =>
    errors > 0
      ? `检查出 ${errors} 个错误，改正后才能发布。`
      : warnings > 0
        ? `没有错误，有 ${warnings} 个提醒，可以发布。`
        : '检查没有发现问题；单位、岗位、日历、决策表都认得。',
  showProblems: '去看问题',
  countingRunning: '正在统计办理中的诉求…',
  running: (total: number, version: number) =>
    total === 0
      ? `第 ${version} 版没有正在办理的诉求。`
      : `第 ${version} 版有 ${total} 件正在办理，发布后继续按第 ${version} 版办理；发布后可以选择转到新版。`,
  differences: (version: number) => `与第 ${version} 版的不同`,
  done: (version: number) => `已发布第 ${version} 版，新登记的诉求按新版办理。`,
  same: (version: number) => `内容与第 ${version} 版相同，没有产生新版本。`,
  unitEnded: (message: string) => `有单位已撤销：${message}`,
};

/** How a workflow differs from an earlier version. */
export const difference = {
  none: '没有变化（图形位置不算）。',
  added: (name: string) => `新增“${name}”`,
  removed: (name: string) => `删除“${name}”`,
  changed: (name: string) => `修改“${name}”`,
  of: (name: string, thing: string, values: string) => `“${name}”的${thing}${values}`,
  values: (before: string, after: string) => `：${before} 改为 ${after}`,
  otherwise: '有修改',
  nothing: '无',
  long: '公式',
  byCalendar: (amount: string, calendar: string) => `${amount}（${calendar}）`,
  calendars: { 'working-days': '工作日', 'natural-days': '自然日', continuous: '全天候' } as Readonly<
    Record<string, string>
  >,
  table: (file: string) => `决策表文件 ${file} 有修改`,
  things: {
    name: '名称',
    term: '时限',
    lapse: '逾期处理',
    who: '办理人',
    outcomes: '办理结果',
    form: '办结时填写的表单',
    condition: '条件',
    settings: '其他设置',
  },
};

/** Running cases that move to a new version. */
export const migration = {
  heading: '正在办理的诉求',
  nobody: '原版本没有正在办理的诉求。',
  counts: (total: number, movable: number) => `共 ${total} 件，其中 ${movable} 件可以转到新版；不转的按原版办完。`,
  obstacle: (where: string, why: string) => `${where}：${why}`,
  submit: (n: number) => `把 ${n} 件转到新版`,
  progress: (done: number, total: number, refused: number, running: boolean) =>
    `${running ? '正在转换' : '转换完成'}：${done} / ${total} 件${refused > 0 ? `，${refused} 件未能转换` : ''}`,
};
