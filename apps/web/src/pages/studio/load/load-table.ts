import type { ElementLoad, LoadReport } from '@lianban/bpmn';

/** What a step came to as drawn, and in the version that runs if it is there. */
export interface StepLoad {
  readonly drawn: ElementLoad;
  readonly running: ElementLoad | undefined;
}

/** What can be shown as heat. */
export type Metric = 'lapsed' | 'median' | 'arrived';

/** The steps where cases waited, in the order of the diagram; what only passes by itself is left out. */
export function stepsOf({ drawn, running }: { readonly drawn: LoadReport; readonly running: LoadReport }): StepLoad[] {
  const before = new Map(running.elements.map((load) => [placeOf(load), load]));
  return drawn.elements
    .filter(({ hours, lapsed, open }) => lapsed > 0 || open > 0 || (hours?.max ?? 0) > 0)
    .map((load) => ({ drawn: load, running: before.get(placeOf(load)) }));
}

/** The values of one metric by the elements of one process. */
export function valuesOf(report: LoadReport, process: string, metric: Metric): Map<string, number> {
  return new Map(
    report.elements.flatMap((load): [string, number][] =>
      load.process === process ? [[load.element, valueOf(load, metric)]] : [],
    ),
  );
}

/** A table for spreadsheets; `columns` are the headings of its seven columns, `again` that of what runs. */
export function csvOf(
  steps: readonly StepLoad[],
  columns: readonly string[],
  again: (column: string) => string,
): string {
  const header = [...columns, ...columns.slice(3).map(again)];
  const rows = steps.map(({ drawn, running }) => [
    ...[drawn.process, drawn.name, drawn.element],
    ...figures(drawn),
    ...(running ? figures(running) : ['', '', '', '']),
  ]);
  // The mark in front tells spreadsheets that it is UTF-8.
  return `\ufeff${[header, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function figures({ arrived, lapsed, hours }: ElementLoad): (string | number)[] {
  return [arrived, lapsed, hours?.median ?? '', hours?.p90 ?? ''];
}

function valueOf({ arrived, lapsed, hours }: ElementLoad, metric: Metric): number {
  return { arrived, lapsed, median: hours?.median ?? 0 }[metric];
}

function placeOf({ process, element }: ElementLoad): string {
  return `${process} ${element}`;
}

/** A name that begins like a formula is told to be a text, so that no spreadsheet reckons with it. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
