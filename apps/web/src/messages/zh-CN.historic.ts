/** Long-standing matters, from the register to the statistics. */
export const historic = {
  tag: '历史遗留',
  tagSince: (since: string) => `历史遗留（${since} 起）`,
  mark: '历史遗留问题',
  since: '起始时间',
  sinceHint: '年份或日期，如 2015 或 2015-06-30',
  sinceWrong: '应为年份或日期，如 2015 或 2015-06-30',
  reason: '形成原因',
  fact: (since: string, reason: string) => `${since} 起，${reason}`,
  told: {
    since: (since: string) => `${since} 起`,
    sinceChanged: (before: string, since: string) => `起始时间由 ${before} 改为 ${since}`,
  },
  change: '标记',
  corrected: '更正',
  removed: '取消标记',
  only: '只看历史遗留',
  note: '标记为历史遗留、截至当日仍在办理的诉求，不论何时受理；只知年份的按年份相减，其余按满年计算。',
  none: '没有未结的历史遗留诉求。',
};
