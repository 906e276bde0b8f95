import type {
  CampaignCounts,
  Dispositions,
  HistoricCounts,
  HotMatters,
  LaneTable,
  Ranking,
  Statistics,
  StatisticsQuery,
  StepTimes,
  Trend,
} from '@lianban/casework';
import { unitKindNames } from '@lianban/organisation';
import type { StatisticsTables } from './statistics-tables.service.js';

type Row = readonly (string | number | null)[];

/** A table with its sheet's name, what stands above it, its heads and its rows. */
export interface Sheet {
  readonly name: string;
  readonly note: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

type Table = Omit<Sheet, 'note'> & { readonly note?: string };

/** The statistics as sheets, one for each table. No person and no text of a case is in them. */
export function statisticsSheets(tables: StatisticsTables, query: StatisticsQuery): Sheet[] {
  const day = query.asOf === undefined ? '' : `，截至 ${query.asOf}`;
  const period = `受理日期 ${query.from} 至 ${query.to}${day}`;
  const ofPeriod = [
    ...countTables(tables.statistics),
    trendTable(tables.trend),
    ...rankingTables(tables.ranking),
    ...dispositionTables(tables.dispositions),
    laneSheet(tables.lanes),
    stepTable(tables.stepTimes),
    campaignTable(tables.campaigns),
  ].map((table) => ({ ...table, note: [period, table.note ?? []].flat().join('；') }));
  const standing = [hotTable(tables.hotMatters), historicTable(tables.historic)];
  return [...ofPeriod, ...standing.map((table) => ({ ...table, note: `${table.note ?? ''}${day}` }))];
}

function countTables({ rates, adjusted, units, topics, weakTopics }: Statistics): Table[] {
  const rateHeads = ['指标', '比率', '分子', '分母', '公式'];
  return [
    { name: '指标', heads: rateHeads, rows: rates.map(rateRow) },
    { name: '剔除后', heads: rateHeads, rows: adjusted.rates.map(rateRow) },
    {
      name: '单位',
      heads: ['单位', '接收', '办结', '按期办结', '逾期', '未办结', '应签收', '及时签收', '平均用时（自然小时）'],
      rows: units.map((it) => [
        ...[it.unit, it.tasks, it.done, it.doneInTime, it.late, it.open],
        ...[it.toClaim, it.claimedInTime, it.hours],
      ]),
    },
    {
      name: '类别',
      heads: ['类别', '受理', '重复诉求', '有逾期', '不满意'],
      rows: topics.map((it) => [it.name, it.received, it.repeated, it.lapsed, it.dissatisfied]),
    },
    {
      name: '薄弱类别',
      note: `剔除后的比率，差于总体的类别；分母少于 ${weakTopics.fewest} 的不计`,
      heads: ['类别', '指标', '比率', '总体', '差距', '分子', '分母', '公式'],
      rows: weakTopics.items.map((it) => [
        ...[it.topic, it.name, it.rate, it.mean, it.difference],
        ...[it.numerator, it.denominator, it.formula],
      ]),
    },
  ];
}

function trendTable({ by, rates, items }: Trend): Table {
  return {
    name: '趋势',
    note: ['各比率按受理日期计算', ...rates.map(({ name, formula }) => `${name} = ${formula}`)].join('；'),
    heads: [by === 'day' ? '日期' : '月份', '受理', '结案', ...rates.map(({ name }) => name)],
    rows: items.map((it) => [
      by === 'day' ? it.day : it.day.slice(0, 7),
      ...[it.received, it.endings],
      ...it.values.map(({ rate }) => rate),
    ]),
  };
}

/** Without a column for rank and composite where ranks are not told. */
function rankingTables({ ranked, formula, fewest, groups }: Ranking): Table[] {
  const [first] = groups.flatMap(({ units }) => units);
  if (!first) return [];
  const rows = groups.flatMap(({ kind, units }) =>
    units.map(({ rank, unit, cases, score, rates }): Row => {
      const told = ranked ? [rank ?? '不参与排名', score] : [];
      return [unitKindNames[kind], unit, ...told, cases, ...rates.map(({ rate }) => rate)];
    }),
  );
  const told = ranked ? ['名次', '综合得分'] : [];
  return [
    {
      name: ranked ? '分组排名' : '单位指标',
      ...(formula !== null && { note: `综合得分 = ${formula}；应结案少于 ${fewest} 件的不参与排名` }),
      heads: ['类型', '单位', ...told, '应结案', ...first.rates.map(({ name }) => name)],
      rows,
    },
  ];
}

function dispositionTables({ kinds, topics, units }: Dispositions): Table[] {
  const table = (name: string, head: string, rows: Dispositions['topics']): Table => ({
    name,
    heads: [head, ...kinds.map((kind) => kind.name), '合计'],
    rows: rows.map((it) => [it.name, ...it.counts, it.total]),
  });
  return [table('处置方式（类别）', '类别', topics), table('处置方式（单位）', '单位', units)];
}

const laneNames = { window: '窗口受理', mutual: '自助互助', coordination: '协调协同' };

function laneSheet({ formula, items }: LaneTable): Table {
  return {
    name: '办理机制',
    note: formula,
    heads: ['机制', '受理', '办结', '占办结比例', '平均用时（自然小时）'],
    rows: items.map((it) => [laneNames[it.lane], it.received, it.closed, it.share, it.hours]),
  };
}

function stepTable({ calendar, items }: StepTimes): Table {
  return {
    name: '环节用时',
    note: `按“${calendar}”日历的工作小时；办理不含挂起；只计已办结和因逾期转出的`,
    heads: [
      '环节',
      '单位',
      '件数',
      ...['全程', '等待签收', '办理'].flatMap((it) => [`${it}中位`, `${it} P90`]),
      '挂起件数',
      '挂起小时',
    ],
    rows: items.map((it) => [
      ...[it.step, it.unit ?? '全部单位', it.count],
      ...[it.whole, it.waiting, it.handling].flatMap(({ median, p90 }) => [median, p90]),
      ...[it.paused, it.pausedHours],
    ]),
  };
}

function hotTable({ days, fewest, likeness, items }: HotMatters): Table {
  return {
    name: '热点问题',
    note: `${days} 天内同一街道、同一类别、文字相似度 ${likeness} 以上的诉求不少于 ${fewest} 件`,
    heads: ['类别', '街道', '件数', '首件日期', '末件日期'],
    rows: items.map((it) => [it.topic, it.place ?? '', it.size, it.first, it.last]),
  };
}

function campaignTable({ items }: CampaignCounts): Table {
  const rates = items[0]?.rates ?? [];
  return {
    name: '专项行动',
    ...(rates.length > 0 && { note: rates.map(({ name, formula }) => `${name} = ${formula}`).join('；') }),
    heads: ['专项行动', '类型', '开始', '结束', '受理', '已结案', '有效评价', '满意', ...rates.map(({ name }) => name)],
    rows: items.map((it) => [
      ...[it.name, it.kind, it.from, it.to, it.received, it.closed, it.rated, it.satisfied],
      ...it.rates.map(({ rate }) => rate),
    ]),
  };
}

function historicTable({ ages, units }: HistoricCounts): Table {
  return {
    name: '历史遗留',
    note: '标记为历史遗留、仍在办理的诉求，不论何时受理',
    heads: ['承办单位', ...ages.map(({ name }) => name), '合计'],
    rows: units.map((it) => [it.unit, ...it.counts, it.total]),
  };
}

function rateRow({ name, rate, numerator, denominator, formula }: Statistics['rates'][number]): Row {
  return [name, rate, numerator, denominator, formula];
}
