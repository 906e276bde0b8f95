import { Injectable } from '@nestjs/common';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { DomainError, type Transaction } from '@lianban/platform';
import { workbookOf } from '../statistics/statistics-workbook.js';
import { CategoryTable } from './category-table.js';
import { PersonTable } from './person-table.js';
import { isChinese } from './line.js';
import { linesRefused, tableUnknown } from './tables.errors.js';
import { readLines } from './table-lines.rules.js';
import type { LineTaker, TableKind, TableSource } from './table.js';
import type { LineFate, TableAnswer, TableImport } from './tables.schema.js';
import { UnitTable } from './unit-table.js';

/** Brings tables in and takes them out. A trial does what the import would do, and undoes it. */
@Injectable()
export class TablesService {
  readonly #idempotency: IdempotencyService;
  readonly #kinds: readonly TableKind[];
  readonly #sources: readonly TableSource[];

  constructor(idempotency: IdempotencyService, units: UnitTable, people: PersonTable, categories: CategoryTable) {
    this.#idempotency = idempotency;
    this.#kinds = [units, people];
    this.#sources = [units, people, categories];
  }

  /** What is there as an .xlsx file, in the form in which it can be brought in. @throws table-unknown */
  async workbook(key: string): Promise<Buffer> {
    const source = this.#sources.find((each) => each.key === key);
    if (!source) throw tableUnknown(key, this.#sources);
    const { name, note, columns } = source;
    return await workbookOf([{ name, note, heads: columns.map(({ head }) => head), rows: await source.lines() }]);
  }

  /**
   * Takes the lines of a table that can be taken, and tells the fate of each.
   *
   * @throws table-unknown, table-heads-missing, idempotency-key-reused
   */
  async import(
    asker: Principal,
    key: string,
    { rows, dryRun }: TableImport,
    request?: IdempotentRequest,
  ): Promise<TableAnswer> {
    const kind = this.#kinds.find((each) => each.key === key);
    if (!kind) throw tableUnknown(key, this.#kinds);
    const read = readLines(kind, rows);
    if ('missing' in read) throw linesRefused(read.missing);
    const lines = read.lines.map(({ line }) => line);
    const take = await kind.taker(asker, lines, dryRun);
    return await this.#idempotency.transaction(dryRun ? undefined : request, async (tx) => {
      await tx.query({ text: 'SAVEPOINT table_lines' });
      const fates: LineFate[] = [];
      for (const [index, { number, line }] of read.lines.entries()) {
        const name = kind.columns
          .slice(0, 2)
          .map(({ head }) => line[head])
          .join(' ');
        fates.push({ line: number, name, ...(await takeLine(tx, () => take(tx, line, index))) });
      }
      if (dryRun) await tx.query({ text: 'ROLLBACK TO SAVEPOINT table_lines' });
      return answerOf(fates);
    });
  }
}

async function takeLine(
  tx: Transaction,
  take: () => ReturnType<LineTaker>,
): Promise<Pick<LineFate, 'fate' | 'code' | 'reason'>> {
  await tx.query({ text: 'SAVEPOINT table_line' });
  try {
    const fate = await take();
    await tx.query({ text: 'RELEASE SAVEPOINT table_line' });
    return { fate, code: null, reason: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await tx.query({ text: 'ROLLBACK TO SAVEPOINT table_line' });
    const [field] = error.fields ?? [];
    return {
      fate: 'refused',
      code: error.code,
      reason: field && isChinese(field.message) ? `${field.field}：${field.message}` : null,
    };
  }
}

function answerOf(lines: readonly LineFate[]): TableAnswer {
  const count = (fate: LineFate['fate']): number => lines.filter((each) => each.fate === fate).length;
  return {
    created: count('created'),
    changed: count('changed'),
    known: count('known'),
    refused: count('refused'),
    lines: [...lines],
  };
}
