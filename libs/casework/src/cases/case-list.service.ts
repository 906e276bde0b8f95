import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { CLOCK, Database, instantMark, pageOf, type Clock, type Page } from '@lianban/platform';
import { FigureCases } from '../statistics/figure-cases.service.js';
import { TermTexts } from '../terms/term-texts.js';
import { CaseAccess } from './case-access.js';
import { caseListStatement } from './case-list.sql.js';
import { namedOf, type CaseListItem, type CaseQuery } from './case-view.js';
import { queryTerms } from './search.rules.js';

/** Lists cases, to each person those that they may see. */
@Injectable()
export class CaseListService {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #figures: FigureCases;
  readonly #texts: TermTexts;
  readonly #clock: Clock;

  constructor(
    database: Database,
    cases: CaseAccess,
    figures: FigureCases,
    texts: TermTexts,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#cases = cases;
    this.#figures = figures;
    this.#texts = texts;
    this.#clock = clock;
  }

  /** One page, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, query: CaseQuery): Promise<Page<CaseListItem>> {
    const scope = this.#cases.scopeOf(principal);
    const now = this.#clock.now();
    const terms = queryTerms(query.q ?? '');
    const figure = query.figure === undefined ? undefined : await this.#figures.of(principal, query);
    const rows = await this.#database.query<CaseListRow>(
      caseListStatement({
        scope,
        now,
        limit: query.limit + 1,
        state: query.state,
        campaign: query.campaign,
        historic: query.historic,
        unit: query.unit,
        since: query.since,
        before: query.before,
        figure,
        terms: terms.length > 0 ? terms : undefined,
        after: instantMark(query.after),
      }),
    );
    const page = pageOf(rows, query.limit, (row) => [row.mark, row.id]);
    return {
      items: page.items.map((row) => listItemOf(row, row.suspended ? null : this.#texts.remaining(row, now))),
      next: page.next,
    };
  }
}

interface CaseListRow extends Omit<CaseListItem, 'category' | 'receivedAt' | 'dueAt' | 'remaining'> {
  readonly mark: string;
  readonly categoryCode: string | null;
  readonly categoryName: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly suspended: boolean | null;
}

function listItemOf(row: CaseListRow, remaining: string | null): CaseListItem {
  const { id, code, title, historic, state, level, unit, light } = row;
  return {
    id,
    code,
    title,
    category: namedOf(row.categoryCode, row.categoryName),
    historic,
    state,
    level,
    unit,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    light,
    remaining,
  };
}
