import type { Outcome } from './operate.js';

/** Prints what came of an operation; exit code 1 when an instance refused it. */
export function tellOutcome({ done, refusals, batch }: Outcome, json: boolean | undefined): void {
  if (refusals.length > 0) process.exitCode = 1;
  if (json) print(JSON.stringify({ done, refusals, ...(batch !== undefined && { batch }) }));
  else if (batch !== undefined) print(`batch ${batch} has begun; see "lianban batches show ${batch}"`);
  else {
    for (const { instanceId, message } of refusals) print(`${instanceId}: ${message}`);
    print(`${done} done, ${refusals.length} refused`);
  }
}

/** Prints rows below each other in columns as wide as they need, or each row as one JSON line. */
export function tellRows<T extends object>(
  rows: readonly T[],
  columns: readonly (keyof T & string)[],
  json: boolean | undefined,
): void {
  if (json) {
    for (const row of rows) print(JSON.stringify(row));
    return;
  }
  const cells = rows.map((row) => columns.map((column) => String(row[column] ?? '-')));
  const lines = [[...columns], ...cells];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  for (const line of lines)
    print(
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** One line on stdout. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
