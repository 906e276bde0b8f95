import writeXlsxFile from 'write-excel-file/node';
import type { Statistics, StatisticsQuery } from '@lianban/casework';

type Row = readonly (string | number | null)[];

/** Media type of an .xlsx file. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The statistics as a workbook: rates with their formulas, units, topics. */
export async function statisticsWorkbook(
  { rates, adjusted, units, topics }: Statistics,
  query: StatisticsQuery,
): Promise<Buffer> {
  const period = `受理日期 ${query.from} 至 ${query.to}${query.asOf === undefined ? '' : `，截至 ${query.asOf}`}`;
  const sheets = [
    sheet('指标', period, ['指标', '比率', '分子', '分母', '公式'], rates.map(rateRow)),
    sheet('剔除后', period, ['指标', '比率', '分子', '分母', '公式'], adjusted.rates.map(rateRow)),
    sheet(
      '单位',
      period,
      ['单位', '接收', '办结', '按期办结', '逾期', '在办', '平均用时（小时）'],
      units.map((it) => [it.unit, it.tasks, it.done, it.doneInTime, it.late, it.open, it.hours]),
    ),
    sheet(
      '类别',
      period,
      ['类别', '受理', '有逾期', '不满意'],
      topics.map((it) => [it.name, it.received, it.lapsed, it.dissatisfied]),
    ),
  ];
  return await writeXlsxFile(sheets).toBuffer();
}

function rateRow({ name, rate, numerator, denominator, formula }: Statistics['rates'][number]): Row {
  return [name, rate, numerator, denominator, formula];
}

function sheet(name: string, period: string, heads: readonly string[], rows: readonly Row[]) {
  const head = heads.map((value) => ({ value, fontWeight: 'bold' as const }));
  return {
    sheet: name,
    data: [[period], head, ...rows.map((row) => [...row])],
    columns: heads.map((_, index) => ({ width: index === 0 ? 28 : 16 })),
  };
}
