import { Injectable } from '@nestjs/common';
import { AccessService, parsePhone, type Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { searchTerms } from '../cases/search.rules.js';
import { StatisticsSettingsService } from '../settings/statistics-settings.service.js';
import { adviceOf } from './advice.rules.js';
import type { CategoryAdvice, LikelyRepeat, Matter } from './similar.js';
import { NearestCases } from './nearest-cases.service.js';
import { likelyRepeats } from './similar.sql.js';

/** A few characters are like everything. */
const fewestTerms = 8;

/** What earlier cases tell of a request that somebody is about to register. Advice only: people decide. */
@Injectable()
export class SimilarCases {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #nearest: NearestCases;
  readonly #settings: StatisticsSettingsService;

  constructor(
    database: Database,
    access: AccessService,
    cases: CaseAccess,
    nearest: NearestCases,
    settings: StatisticsSettingsService,
  ) {
    this.#database = database;
    this.#access = access;
    this.#cases = cases;
    this.#nearest = nearest;
    this.#settings = settings;
  }

  /** Categories for a request, with the cases that speak for them. @throws permission-missing */
  async advise(principal: Principal, matter: Matter): Promise<CategoryAdvice[]> {
    this.#access.require(principal, 'case.register');
    const terms = termsOf(matter);
    if (terms.length < fewestTerms) return [];
    return adviceOf(await this.#nearest.find(terms, this.#cases.scopeOf(principal)));
  }

  /** Open cases that may be about the same. @throws permission-missing */
  async repeats(principal: Principal, matter: Matter): Promise<LikelyRepeat[]> {
    this.#access.require(principal, 'case.register');
    const terms = termsOf(matter);
    if (terms.length < fewestTerms) return [];
    const phone = matter.phone ? (parsePhone(matter.phone)?.number ?? matter.phone) : null;
    const { likeness } = (await this.#settings.current()).hotMatters;
    const asked = { terms, phone, atLeast: likeness };
    const rows = await likelyRepeats(this.#database, asked, this.#cases.scopeOf(principal));
    return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
  }
}

function termsOf({ title, text, address }: Matter): string[] {
  return searchTerms({ code: '', title, text, ...(address && { address }) });
}
