import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '@lianban/platform';
import { namesSentByResident } from '../attachments/attachment.sql.js';
import { publicStatusUnknown } from '../casework.errors.js';
import { isCallback, mayRateAgain } from '../closing/closing.rules.js';
import { countRatings } from '../closing/closing.sql.js';
import { ownStepsOfCase } from '../tasks/step.sql.js';
import { serviceRowsOf } from '../service-record/service-record.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { TrailKind } from '../trail/trail-entry.js';
import { findCaseRowByCode, type CaseRow } from './case-row.sql.js';
import { caseStateNames, type CaseState } from './case.js';

/** One thing that happened to a case, as residents read it. */
interface PublicStep {
  readonly kind: TrailKind;
  readonly unit: string | null;
  readonly name: string;
  readonly at: string;
}

/** What a resident without an account is told of a case: no names of staff, no opinions, nothing personal. */
export interface PublicStatus {
  readonly code: string;
  readonly title: string;
  /** What the resident wrote; null where staff put it down for them. */
  readonly text: string | null;
  /** Names of the photos and papers that the resident sent. */
  readonly files: readonly string[];
  readonly state: CaseState;
  readonly stateName: string;
  readonly steps: readonly PublicStep[];
  /** What the unit that settled the matter told the resident. */
  readonly reply: string | null;
  /** Whether the matter is settled and the resident is asked about it, after which the case is closed. */
  readonly calledBack: boolean;
  /** Whether the resident may rate how it was handled, now. */
  readonly canRate: boolean;
  /** When the present step is due. */
  readonly dueAt: string | null;
  /** The papers that are missing, as told last. */
  readonly asked: { readonly items: readonly string[]; readonly text: string | null; readonly at: string } | null;
  /** Papers that were handed in. */
  readonly papers: readonly {
    readonly name: string;
    readonly receivedAt: string;
    readonly returnedAt: string | null;
  }[];
  /** What staff runs as an errand just now. */
  readonly errand: { readonly mandate: string; readonly unit: string | null } | null;
}

/** Answers residents who have the number and the query code of their receipt. */
@Injectable()
export class PublicStatusService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * The state of a case. Comparing takes the same time for right and wrong codes; the caller limits how often one may
   * try.
   *
   * @throws case-unknown
   */
  async get(code: string, queryCode: string): Promise<PublicStatus> {
    const row = await this.require(code, queryCode);
    const handled = row.mergedInto ?? row.id;
    const [open] = await ownStepsOfCase(this.#database, handled);
    const state = row.mainState ?? row.state;
    return {
      code: row.code,
      title: row.title,
      text: row.registeredByName === null ? row.text : null,
      files: await namesSentByResident(this.#database, row.id),
      state,
      stateName: caseStateNames[state],
      steps: await this.#steps(row),
      reply: row.reply,
      calledBack: open !== undefined && isCallback(open),
      canRate: state === 'closed' && mayRateAgain(await countRatings(this.#database, handled, 'resident')),
      dueAt: open?.dueAt?.toISOString() ?? null,
      ...(await this.#service(row.id)),
    };
  }

  /** The case of a receipt, for what its holder may do; it must not leave the lib. @throws case-unknown */
  async require(code: string, queryCode: string): Promise<CaseRow> {
    const row = await findCaseRowByCode(this.#database, code.trim().toUpperCase());
    const fits = sameSecret(row?.queryCode ?? '00000000', queryCode);
    if (!row || !fits) throw publicStatusUnknown();
    return row;
  }

  /** What the resident has to bring, has brought, and is done for them. */
  async #service(caseId: string): Promise<Pick<PublicStatus, 'asked' | 'papers' | 'errand'>> {
    const rows = await serviceRowsOf(this.#database, caseId);
    const asked = rows?.notices.at(-1);
    const errand = rows?.proxies.find(({ endedAt }) => endedAt === null);
    return {
      asked: asked ? { items: asked.items, text: asked.text, at: asked.at.toISOString() } : null,
      papers: (rows?.papers ?? []).map(({ name, receivedAt, returnedAt }) => ({
        name,
        receivedAt: receivedAt.toISOString(),
        returnedAt: returnedAt?.toISOString() ?? null,
      })),
      errand: errand ? { mandate: errand.mandate, unit: errand.unit } : null,
    };
  }

  /** What happened to the case, and from the day on which it was merged, to the one with which it is handled. */
  async #steps({ id, mergedInto }: CaseRow): Promise<PublicStep[]> {
    const lines = await this.#database.query<{ kind: TrailKind; unit: string | null; at: Date }>({
      text: `SELECT kind, unit, at FROM casework.trail line
             WHERE (case_id = $1 OR case_id = $4 AND seq > coalesce((
                 SELECT max(seq) FROM casework.trail
                 WHERE case_id = $4 AND kind = 'joined' AND detail ->> 'joined' = (
                   SELECT code FROM casework.case_file WHERE id = $1)), 0))
               AND kind = ANY($2) AND coalesce(definition_key, '') <> ALL($3)
             ORDER BY case_id <> $1, seq LIMIT 200`,
      values: [id, Object.keys(plainWords), sideKinds, mergedInto],
    });
    return lines
      .filter(({ kind }, index) => kind !== 'withdrawn' || !isTurned(lines[index + 1]?.kind))
      .map(({ kind, unit, at }) => {
        const name = plainWords[kind]?.(unit ?? '承办单位') ?? '';
        return { kind, unit, name, at: at.toISOString() };
      });
  }
}

/** The end of a process tells a resident nothing beside why it ended. */
function isTurned(next: TrailKind | undefined): boolean {
  return next === 'declined' || next === 'merged';
}

/** The kinds of events that concern a resident, in plain words. */
const plainWords: Partial<Record<TrailKind, (unit: string) => string>> = {
  registered: (unit) => `已登记，交${unit}办理`,
  claimed: (unit) => `${unit}已签收`,
  completed: (unit) => `${unit}已办理`,
  lapsed: (unit) => `${unit}未在时限内办结，已自动转交上级`,
  answered: (unit) => `${unit}已答复`,
  contacted: (unit) => `${unit}与您联系`,
  'contact-tried': (unit) => `${unit}联系您未果`,
  'papers-told': (unit) => `${unit}一次性告知所缺材料`,
  'paper-received': (unit) => `${unit}收到您的材料`,
  'paper-returned': (unit) => `${unit}退还您的材料`,
  'proxy-begun': (unit) => `${unit}为您代办`,
  'proxy-ended': () => '代办结束',
  urged: () => '已催办',
  supplemented: () => '您补充了情况',
  rated: () => '已评价',
  reopened: (unit) => `重新办理，交${unit}`,
  declined: () => '不予受理',
  merged: () => '与同类诉求合并办理，办结后一并答复',
  separated: (unit) => `恢复单独办理，交${unit}`,
  closed: () => '已办结',
  withdrawn: () => '已终止',
};

function sameSecret(expected: string, given: string): boolean {
  const a = Buffer.from(expected.padEnd(16).slice(0, 16));
  const b = Buffer.alloc(16, ' ');
  b.write(given.slice(0, 16));
  return timingSafeEqual(a, b);
}
