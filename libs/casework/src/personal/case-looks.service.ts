import { Inject, Injectable } from '@nestjs/common';
import { AccessService, auditActor, type Principal } from '@lianban/identity';
import { CLOCK, CONFIG, Database, type Clock, type Config } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { localDay } from '../cases/case.rules.js';
import type { CaseLook, Looked } from './case-look.js';

/** How many looks one process remembers, so that a page that asks anew writes nothing. */
const mostRemembered = 20_000;
/** How many are told of a case. */
const mostTold = 200;

/** Who opened a case or one of its files (谁看过此件): once for a person, a case and a day, however often they look. */
@Injectable()
export class CaseLooks {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #clock: Clock;
  readonly #timeZone: string;
  readonly #known = new Set<string>();

  constructor(
    database: Database,
    access: AccessService,
    cases: CaseAccess,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#access = access;
    this.#cases = cases;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** Records a look at a case that they may read; who calls has checked that. */
  async note(principal: Principal, caseId: string, what: Looked): Promise<void> {
    const at = this.#clock.now();
    const day = localDay(at, this.#timeZone);
    const look = [day, caseId, principal.accountId, what].join('/');
    if (this.#known.has(look)) return;
    const { name, unit } = auditActor(principal);
    await this.#database.query({
      name: 'casework-note-look',
      text: `INSERT INTO casework.case_look (case_id, account_id, day, what, at, by_name, unit_name)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      values: [caseId, principal.accountId, day, what, at, name, unit],
    });
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.add(look);
  }

  /** Who looked, the newest first; for who supervises. @throws permission-missing, case-unknown */
  async of(principal: Principal, caseId: string): Promise<CaseLook[]> {
    this.#access.require(principal, 'supervision.read');
    await this.#cases.require(principal, caseId);
    const rows = await this.#database.query<Omit<CaseLook, 'at'> & { readonly at: Date }>({
      name: 'casework-looks',
      text: `SELECT at, what, by_name AS by, unit_name AS unit FROM casework.case_look
             WHERE case_id = $1 ORDER BY at DESC, account_id, what LIMIT ${mostTold}`,
      values: [caseId],
    });
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
