import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { searchTerms } from '../cases/search.rules.js';
import type { Counted } from './counted.js';
import { Counting } from './counting.service.js';
import { matterGroups } from './hot-matters.rules.js';
import { readableCases, recentCases, type RecentCase } from './hot-matters.sql.js';
import type { HotCase, HotMatter, HotMatters, HotMattersQuery } from './hot-matters.js';

/** How many matters are told, and how many cases of each are named, of how many that are looked at. */
const mostMatters = 30;
const mostNamed = 5;
const lookedAt = 20;

/** Finds what many people ask about at once (热点问题): similar cases about one topic in one street. */
@Injectable()
export class HotMattersService {
  readonly #database: Database;
  readonly #counting: Counting;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;

  constructor(database: Database, counting: Counting, access: AccessService, cases: CaseAccess) {
    this.#database = database.reports;
    this.#counting = counting;
    this.#access = access;
    this.#cases = cases;
  }

  /** Among the cases of the last days as of a day. @throws permission-missing */
  async of(principal: Principal, { asOf }: HotMattersQuery): Promise<HotMatters> {
    const counted = await this.#counted(principal, asOf);
    const { recent, groups } = await this.#groups(counted);
    const named = await this.#readable(
      principal,
      groups.flatMap((ids) => ids.slice(-lookedAt)), // the latest: they come in the order of receipt
    );
    const items = groups.map((ids) => matterOf(ids, recent, named));
    const { days, fewest, likeness } = counted.settings.hotMatters;
    return { days, fewest, likeness, items };
  }

  /** Ids of the cases of one matter as it was on a day; none where it no longer is one. @throws permission-missing */
  async casesOf(principal: Principal, matter: string, asOf: string | undefined): Promise<readonly string[]> {
    const { groups } = await this.#groups(await this.#counted(principal, asOf));
    return groups.find(([first]) => first === matter) ?? [];
  }

  // The window is that of the settings; a period has no part in it.
  async #counted(principal: Principal, asOf: string | undefined): Promise<Counted> {
    return await this.#counting.of(principal, { from: '2000-01-01', to: '2000-01-01', asOf });
  }

  /** Cases that are alike, the largest group first, each in the order of receipt. */
  async #groups(counted: Counted): Promise<{ recent: ReadonlyMap<string, RecentCase>; groups: string[][] }> {
    const cases = await this.#counting.once('recent', counted, () => recentCases(this.#database, counted));
    const recent = new Map(cases.map((each) => [each.id, each]));
    const compared = [...recent.values()].map((each) => ({
      id: each.id,
      topic: each.categoryCode,
      place: each.placeId,
      terms: searchTerms({ code: '', ...each }),
    }));
    const { fewest, likeness } = counted.settings.hotMatters;
    return { recent, groups: matterGroups(compared, { fewest, likeness }).slice(0, mostMatters) };
  }

  async #readable(principal: Principal, ids: readonly string[]): Promise<HotCase[]> {
    if (!this.#access.can(principal, 'case.read')) return [];
    return await readableCases(this.#database, ids, this.#cases.scopeOf(principal));
  }
}

function matterOf(
  ids: readonly string[],
  recent: ReadonlyMap<string, RecentCase>,
  readable: readonly HotCase[],
): HotMatter {
  const cases = ids.flatMap((id) => recent.get(id) ?? []);
  const dates = cases.map(({ day }) => day).sort();
  const [one] = cases;
  const members = new Set(ids);
  return {
    id: one?.id ?? '',
    topic: one?.topic ?? '',
    place: one?.place ?? null,
    size: ids.length,
    more: one?.cut ?? false,
    first: dates[0] ?? '',
    last: dates.at(-1) ?? '',
    cases: readable.filter(({ id }) => members.has(id)).slice(0, mostNamed),
  };
}
