import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, instantMark, isUuid, pageOf, type Clock, type Page } from '@lianban/platform';
import type { Reader } from '../meetings/reader.sql.js';
import { whistleUnknown } from './whistle.errors.js';
import { standingOf } from './whistle.rules.js';
import { findWhistles, unitsOfWhistle, whistleKinds, type WhistleRead } from './whistle.sql.js';
import type { WhistleItem, WhistleKind, WhistleView } from './whistle.js';

/** Reads whistles: who was called to which case, who came, and what both sides say. */
@Injectable()
export class WhistleQuery {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /** What a whistle may be blown for. @throws permission-missing */
  async kinds(principal: Principal): Promise<WhistleKind[]> {
    this.#access.require(principal, 'case.read');
    return (await whistleKinds(this.#database)).map(({ aheadDays: _, ...kind }) => kind);
  }

  /** One page of whistles, the latest first. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<WhistleItem>> {
    const mark = instantMark(after);
    const rows = await findWhistles(this.#database, this.#scopeOf(principal), { limit: limit + 1, after: mark });
    const page = pageOf(rows, limit, (row) => [row.mark, row.id]);
    return { items: page.items.map(itemOf), next: page.next };
  }

  /** A whistle with the units that it called. @throws permission-missing, whistle-unknown */
  async get(principal: Principal, id: string): Promise<WhistleView> {
    const scope = this.#scopeOf(principal);
    const [row] = isUuid(id) ? await findWhistles(this.#database, scope, { id, limit: 1 }) : [];
    if (!row) throw whistleUnknown(id);
    const now = this.#clock.now();
    const acts = this.#actsFor(principal, row.callerPath);
    const units = (await unitsOfWhistle(this.#database, id, now)).map(({ path, ...unit }) => ({
      ...unit,
      arrivedAt: unit.arrivedAt?.toISOString() ?? null,
      standing: standingOf(unit.arrivedAt, row, now),
      canScoreUnit: acts && row.endedAt !== null && unit.ofUnit === null,
      canScoreCaller: this.worksIn(principal, path) && row.endedAt !== null && unit.ofCaller === null,
    }));
    return {
      ...itemOf(row),
      text: row.text,
      reportBy: row.reportBy.toISOString(),
      blownBy: row.blownBy,
      blownAt: row.blownAt.toISOString(),
      outcome: row.outcome,
      endedBy: row.endedBy,
      units,
      canRecord: acts && row.endedAt === null,
    };
  }

  /** Whether a person acts for who blew this whistle. @throws permission-missing, whistle-unknown */
  async isCaller(principal: Principal, id: string): Promise<boolean> {
    const [row] = await findWhistles(this.#database, this.#scopeOf(principal), { id, limit: 1 });
    if (!row) throw whistleUnknown(id);
    return this.#actsFor(principal, row.callerPath);
  }

  /** Whether a person acts for the street or station that called: who assigns tasks there. */
  #actsFor(principal: Principal, callerPath: string): boolean {
    return this.#access.canIn(principal, 'task.assign', callerPath);
  }

  /** Whether a person speaks for a unit: a member who works on its tasks. */
  worksIn(principal: Principal, path: string): boolean {
    return principal.units.some((unit) => unit.path === path) && this.#access.canIn(principal, 'task.handle', path);
  }

  #scopeOf(principal: Principal): Reader {
    this.#access.require(principal, 'case.read');
    return { accountId: principal.accountId, unitIds: this.#access.unitScope(principal, 'case.read').unitIds };
  }
}

function itemOf(row: WhistleRead): WhistleItem {
  const { id, caseId, code, title, kind, caller, place, called, there } = row;
  const endedAt = row.endedAt?.toISOString() ?? null;
  return { id, caseId, code, title, kind, caller, place, at: row.at.toISOString(), called, there, endedAt };
}
