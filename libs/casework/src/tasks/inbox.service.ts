import { Inject, Injectable } from '@nestjs/common';
import { taskIdOf } from '@lianban/engine';
import { AccessService, maskName, type Principal } from '@lianban/identity';
import { CLOCK, CONFIG, Database, decodeCursor, pageOf, type Clock, type Config, type Page } from '@lianban/platform';
import type { CaseState } from '../cases/case.js';
import { queryTerms } from '../cases/search.rules.js';
import { TermTexts } from '../terms/term-texts.js';
import type { InboxChoices } from './inbox-conditions.js';
import type { Box, InboxCounts, InboxItem, InboxQuery, Light } from './inbox.js';
import {
  choicesStatement,
  countsItself,
  countsStatement,
  inboxMarkOf,
  inboxStatement,
  mostCounted,
} from './inbox.sql.js';
import { poolsOfPrincipal } from './pools.rules.js';

/** Reads inboxes: one query for a page, one for the counts, in one round trip. */
@Injectable()
export class InboxService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #texts: TermTexts;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    access: AccessService,
    texts: TermTexts,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#timeZone = config.timeZone;
    this.#database = database;
    this.#access = access;
    this.#texts = texts;
    this.#clock = clock;
  }

  /** One page of one box and the counts of all. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, query: InboxQuery): Promise<Page<InboxItem> & { counts: InboxCounts }> {
    this.#access.require(principal, 'task.read');
    const terms = queryTerms(query.q ?? '');
    const { conditions } = query;
    const filter = {
      ...this.#seenBy(principal, query.box),
      sort: query.sort,
      limit: query.limit + 1,
      after: query.after === undefined ? undefined : inboxMarkOf(decodeCursor(query.after), query),
      terms: terms.length > 0 ? terms : undefined,
      conditions: conditions && Object.values(conditions).some(Boolean) ? conditions : undefined,
    };
    const { now } = filter;
    const counted = countsItself(filter) ? query.box : undefined;
    const [rows, [counts]] = await this.#database.queryBoth<InboxRow, InboxCounts>(
      inboxStatement(filter),
      countsStatement(filter, counted),
    );
    const page = pageOf(rows, query.limit, (row) => [row.sort, row.markId, row.markKey]);
    return {
      items: page.items.map((row) => itemOf(row, this.#remaining(row, now))),
      next: page.next,
      counts: {
        ...(counts ?? { todo: 0, claimable: 0, done: 0, registered: 0, copied: 0 }),
        ...(counted && { [counted]: Math.min(rows[0]?.total ?? 0, mostCounted) }),
      },
    };
  }

  /** What the lines of a box offer to be chosen from. @throws permission-missing */
  async choices(principal: Principal, box: Box): Promise<InboxChoices> {
    this.#access.require(principal, 'task.read');
    const statement = choicesStatement({ ...this.#seenBy(principal, box), sort: 'received', limit: 0 });
    const [choices] = await this.#database.query<InboxChoices>(statement);
    return choices ?? { categories: [], channels: [], units: [], steps: [] };
  }

  #seenBy(principal: Principal, box: Box) {
    return {
      box,
      accountId: principal.accountId,
      pools: poolsOfPrincipal(principal, this.#access),
      absent: principal.standsInFor.map(({ accountId }) => accountId),
      now: this.#clock.now(),
      timeZone: this.#timeZone,
    };
  }

  #remaining(row: InboxRow, now: Date): string | null {
    return row.finishedAt || row.suspended ? null : this.#texts.remaining(row, now);
  }
}

interface InboxRow {
  /** Lines of the box, where the page knows. */
  readonly total: number | null;
  readonly sort: string;
  readonly markId: string;
  readonly markKey: number;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly categoryCode: string | null;
  readonly categoryName: string | null;
  readonly channel: string;
  readonly anonymous: boolean;
  readonly residentName: string | null;
  readonly caseReceivedAt: Date;
  readonly state: CaseState;
  readonly instanceId: string | null;
  readonly key: number | null;
  readonly step: string | null;
  readonly elementId: string | null;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly assignee: string | null;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly suspended: boolean | null;
  readonly finishedAt: Date | null;
  readonly light: Light | null;
}

function itemOf(row: InboxRow, remaining: string | null): InboxItem {
  const { instanceId, key, categoryCode, categoryName } = row;
  return {
    id: instanceId !== null && key !== null ? taskIdOf(instanceId, key) : row.caseId,
    caseId: row.caseId,
    code: row.code,
    title: row.title,
    category: categoryCode !== null && categoryName !== null ? { code: categoryCode, name: categoryName } : null,
    channel: row.channel,
    residentName: row.anonymous || row.residentName === null ? null : maskName(row.residentName),
    step: row.step,
    elementId: row.elementId,
    unit: row.unit,
    unitId: row.unitId,
    assignee: row.assignee,
    receivedAt: (row.receivedAt ?? row.caseReceivedAt).toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    light: row.light,
    remaining,
    suspended: row.suspended ?? false,
    completedAt: row.finishedAt?.toISOString() ?? null,
    state: row.state,
  };
}
