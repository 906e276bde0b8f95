import type { Line, TableSource } from './table.js';

/** Rows in which the heads are looked for: notes may stand above them. */
const headRows = 5;

/** A line with its number in the sheet, from 1. */
export interface NumberedLine {
  readonly number: number;
  readonly line: Line;
}

/** The heads that a table lacks, or its lines; empty rows are left out. */
export function readLines(
  { columns }: Pick<TableSource, 'columns'>,
  rows: readonly (readonly string[])[],
): { readonly missing: readonly string[] } | { readonly lines: readonly NumberedLine[] } {
  const must = columns.filter((column) => column.must).map(({ head }) => head);
  const lacks = rows.slice(0, headRows).map((row) => {
    const cells = row.map((cell) => cell.trim());
    return must.filter((head) => !cells.includes(head));
  });
  const least = Math.min(...lacks.map((missing) => missing.length));
  const at = lacks.findIndex((missing) => missing.length === least);
  if (least > 0 || at < 0) return { missing: lacks[at] ?? must };
  const heads = (rows[at] ?? []).map((cell) => cell.trim());
  const lines = rows.slice(at + 1).flatMap((row, index): NumberedLine[] => {
    const line = Object.fromEntries(
      columns.map(({ head }) => [head, (row[heads.indexOf(head)] ?? '').trim()] as const),
    );
    const empty = Object.values(line).every((cell) => cell === '');
    return empty ? [] : [{ number: at + 2 + index, line }];
  });
  return { lines };
}
