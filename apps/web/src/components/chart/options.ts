import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from './colours.js';

/** A line of figures. */
export interface ChartLine {
  readonly name: string;
  /** Null: a gap. */
  readonly values: readonly (number | null)[];
}

interface Lines {
  /** What stands below, one for each value. */
  readonly heads: readonly string[];
  readonly lines: readonly ChartLine[];
  /** Figures are shares from 0 to 1. */
  readonly shares?: boolean;
  /** Size of letters. */
  readonly size?: number;
}

/** Lines over time. */
export function lineOption(
  { heads, lines, shares = false, size = 12 }: Lines,
  colours: ChartColours,
): EChartsCoreOption {
  const percent = (value: unknown) => (typeof value === 'number' ? `${(value * 100).toFixed(shares ? 1 : 0)}%` : '—');
  return {
    color: [colours.primary, colours.seal, colours.green, colours.amber],
    textStyle: { color: colours.ink, fontSize: size },
    grid: { left: size, right: size * 1.5, top: size * 3, bottom: size / 2, containLabel: true },
    legend: { top: 0, right: 0, textStyle: { color: colours.ink, fontSize: size }, itemWidth: 22 },
    tooltip: { ...tooltip(colours), trigger: 'axis', ...(shares && { valueFormatter: percent }) },
    xAxis: {
      type: 'category',
      data: heads,
      boundaryGap: false,
      axisLabel: { color: colours.soft, fontSize: size },
      axisLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'value',
      minInterval: shares ? 0.05 : 1,
      ...(shares && { max: 1 }),
      axisLabel: { color: colours.soft, fontSize: size, ...(shares && { formatter: (n: number) => `${n * 100}%` }) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: lines.map(({ name, values }, index) => ({
      id: name,
      name,
      type: 'line',
      data: values,
      symbol: symbols[index % symbols.length],
      symbolSize: values.length > 45 ? 0 : size / 2,
      lineStyle: { width: size / 5, type: strokes[index % strokes.length] },
    })),
  };
}

// Lines are told apart without their colours too.
const symbols = ['circle', 'rect', 'triangle', 'diamond'];
const strokes = ['solid', 'dashed', 'dotted', 'solid'];

/** Shares side by side, the first at the top. */
export function shareBarOption({ heads, lines, size = 12 }: Lines, colours: ChartColours): EChartsCoreOption {
  return {
    color: [colours.primary, colours.seal],
    textStyle: { color: colours.ink, fontSize: size },
    grid: { left: size, right: size * 4, top: size * 3, bottom: size / 2, containLabel: true },
    legend: { top: 0, right: 0, textStyle: { color: colours.ink, fontSize: size } },
    tooltip: {
      ...tooltip(colours),
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${(value * 100).toFixed(2)}%` : '—'),
    },
    xAxis: {
      type: 'value',
      max: 1,
      axisLabel: { color: colours.soft, fontSize: size, formatter: (n: number) => `${n * 100}%` },
      splitLine: { lineStyle: { color: colours.line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: heads,
      axisLabel: { color: colours.ink, fontSize: size },
      axisLine: { lineStyle: { color: colours.line } },
    },
    series: lines.map(({ name, values }) => ({
      id: name,
      name,
      type: 'bar',
      data: values,
      barMaxWidth: size,
      label: {
        show: true,
        position: 'right',
        color: colours.ink,
        fontSize: size - 1,
        formatter: ({ value }: { value: unknown }) => (typeof value === 'number' ? `${Math.round(value * 100)}%` : ''),
      },
    })),
  };
}

/** The look of what is told on hover. */
export function tooltip(colours: ChartColours) {
  return {
    backgroundColor: colours.sheet,
    borderColor: colours.line,
    textStyle: { color: colours.ink, fontSize: 13 },
    confine: true,
    // Names are text, never markup.
    renderMode: 'richText',
  };
}
