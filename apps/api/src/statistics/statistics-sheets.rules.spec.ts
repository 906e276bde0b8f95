import { describe, expect, it } from '@jest/globals';
import { statisticsSheets } from './statistics-sheets.rules.js';
import type { StatisticsTables } from './statistics-tables.service.js';

const rate = {
  code: 'solution',
  name: '解决率',
  formula: '回答“已解决” ÷ 有效回答',
  numerator: 1,
  denominator: 2,
  rate: 0.5,
};
const counts = { received: 2, closed: 1, withdrawn: 0, closedInTime: 1, closedAtOnce: 1, returned: 0, reworked: 0 };
const contacts = { toContact: 0, contactedInTime: 0, closedInTwo: 1 };
const cases = {
  ...counts,
  ...contacts,
  repeated: 0,
  rated: 0,
  satisfied: 0,
  asked: 2,
  solved: 1,
  toClaim: 3,
  claimedInTime: 2,
};
const street = { unitId: 'street-1', unit: '河东街道党工委', cases: 12, rates: [rate] };
const spread = { median: 1.5, p90: 2 };

const tables: StatisticsTables = {
  statistics: {
    cases,
    rates: [rate],
    adjusted: { cases, rates: [rate] },
    units: [],
    topics: [{ code: 'urban', name: '市容城管', received: 2, repeated: 1, lapsed: 0, dissatisfied: 0 }],
    weakTopics: { fewest: 10, items: [{ ...rate, topicCode: 'urban', topic: '市容城管', mean: 0.7, difference: 0.2 }] },
  },
  ranking: {
    ranked: true,
    formula: '解决率 × 100%',
    fewest: 10,
    groups: [
      {
        kind: 'street',
        units: [
          { ...street, score: 50, rank: 1 },
          { ...street, unit: '河西街道党工委', score: null, rank: null },
        ],
      },
    ],
  },
  dispositions: {
    kinds: [{ code: 'by-law', name: '依法按政策解决' }],
    topics: [{ code: 'urban', name: '市容城管', total: 1, counts: [1] }],
    units: [],
  },
  stepTimes: {
    calendar: '工作日',
    items: [
      {
        ...{ definitionKey: 'case-routing', elementId: 'station-handle', step: '工作站办理', unitId: null, unit: null },
        ...{
          count: 3,
          whole: spread,
          waiting: spread,
          handling: { median: null, p90: null },
          paused: 1,
          pausedHours: 2,
        },
      },
    ],
  },
  lanes: {
    formula: '自助互助：志愿者办妥',
    items: [{ lane: 'mutual', received: 2, closed: 1, share: 1, hours: 3.5 }],
  },
  hotMatters: {
    ...{ days: 30, fewest: 3, likeness: 0.3 },
    items: [
      {
        id: '1',
        ...{ topic: '路灯', place: '河东街道党工委', size: 4, more: false, first: '2026-03-02', last: '2026-03-06' },
        cases: [{ id: '1', code: 'LB1', title: '张三家门口路灯不亮' }],
      },
    ],
  },
  trend: {
    by: 'day',
    rates: [{ code: 'solution', name: '解决率', formula: rate.formula }],
    items: [{ day: '2026-03-02', received: 2, endings: 1, values: [{ numerator: 1, denominator: 2, rate: 0.5 }] }],
  },
  historic: {
    ages: [{ code: 'from-5', name: '5 至 10 年' }],
    units: [{ unitId: 'street-1', unit: '河东街道党工委', total: 2, counts: [2] }],
  },
  campaigns: {
    items: [
      {
        ...{ code: 'spring', name: '春季大接访', kind: '大接访', from: '2026-03-01', to: '2026-03-31' },
        ...{ received: 3, closed: 2, rated: 1, satisfied: 1, rates: [rate] },
      },
    ],
  },
};
const query = { from: '2026-03-01', to: '2026-03-31' };

describe('sheets of the statistics', () => {
  const sheets = statisticsSheets(tables, query);

  it('are one for each table, each with as many cells as heads', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['指标', '剔除后', '单位', '类别', '薄弱类别', '趋势', '分组排名'],
      ...['处置方式（类别）', '处置方式（单位）', '办理机制', '环节用时', '专项行动', '热点问题', '历史遗留'],
    ]);
    for (const { heads, rows } of sheets) for (const row of rows) expect(row).toHaveLength(heads.length);
    expect(sheets.find(({ name }) => name === '分组排名')?.rows).toEqual([
      ['街道', '河东街道党工委', 1, 50, 12, 0.5],
      ['街道', '河西街道党工委', '不参与排名', null, 12, 0.5],
    ]);
  });

  it('say their period and what they are counted by', () => {
    expect(sheets[0]?.note).toBe('受理日期 2026-03-01 至 2026-03-31');
    const [asOf] = statisticsSheets(tables, { ...query, asOf: '2026-03-20' });
    expect(asOf?.note).toBe('受理日期 2026-03-01 至 2026-03-31，截至 2026-03-20');
    expect(sheets.find(({ name }) => name === '分组排名')?.note).toContain('综合得分 = 解决率 × 100%');
  });

  it('tell no rank and no composite where ranks are not told', () => {
    const ranking = { ...tables.ranking, ranked: false, formula: null };
    const text = JSON.stringify(statisticsSheets({ ...tables, ranking }, query));
    for (const word of ['名次', '排名', '综合得分']) expect(text).not.toContain(word);
  });

  it('hold no text of a case, which may name people', () => {
    expect(JSON.stringify(sheets)).not.toContain('张三');
  });
});
