import { Inject, Injectable } from '@nestjs/common';
import { AuditSearch, mostExported, type AuditQuery } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { CLOCK, CONFIG, currentRequestId, type Clock, type Config } from '@lianban/platform';
import { workbookOf } from '../statistics/statistics-workbook.js';
import { auditHeads, auditRow, csvOf } from './audit-sheet.rules.js';

/** Entries of the trail as a file. Its first line says who took it out, when and by which request: a leak leads back. */
@Injectable()
export class AuditFiles {
  readonly #timeOf: (at: Date) => string;

  constructor(
    private readonly search: AuditSearch,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) { timeZone }: Pick<Config, 'timeZone'>,
  ) {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    this.#timeOf = (at) => format.format(at);
  }

  /** @throws permission-missing, case-unknown */
  async make(
    asker: Principal,
    query: AuditQuery,
    { format, ip }: { readonly format: 'xlsx' | 'csv'; readonly ip: string },
  ): Promise<Buffer> {
    const lines = await this.search.export(asker, query, ip);
    const rows = lines.map((line) => auditRow(line, this.#timeOf));
    const cut = lines.length >= mostExported ? `，只含最近 ${mostExported} 条` : '';
    const by = `${asker.displayName}（${asker.username}）`;
    const mark = `导出人 ${by}，导出时间 ${this.#timeOf(this.clock.now())}，编号 ${currentRequestId() ?? ''}，共 ${lines.length} 条${cut}`;
    if (format === 'csv') return Buffer.from(csvOf([[mark], auditHeads, ...rows]), 'utf8');
    return await workbookOf([{ name: '审计日志', note: mark, heads: auditHeads, rows }]);
  }
}
