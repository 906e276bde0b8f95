import type { YearResult } from '@lianban/outreach';
import type { Sheet } from '../statistics/statistics-sheets.rules.js';

/** What the pledges of units came to in a year as a sheet, with the formula. No person is in it. */
export function pledgeSheet(results: readonly YearResult[], year: number): Sheet {
  return {
    name: '年评诺',
    note: `${year} 年度；兑现率 = 评为兑现的承诺 ÷ 已评议的承诺；平均分 = 全部代表打分之和 ÷ 打分人次（1–5 分）`,
    heads: [
      ...['单位', '公示承诺', '已完成', '兑现', '部分兑现', '未兑现'],
      ...['兑现率', '平均分', '评诺日期', '最迟日期', '逾期未评'],
    ],
    rows: results.map((it) => [
      ...[it.unit, it.pledges, it.finished, it.kept, it.partly, it.notKept],
      ...[it.shareKept, it.meanScore, it.heldOn, it.reviewBy, it.missing ? '是' : ''],
    ]),
  };
}
