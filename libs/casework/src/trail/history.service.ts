import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database, decodeCursor, isMarkNumber, pageMarkInvalid, pageOf, type Page } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { durationText } from '../cases/case.rules.js';
import type { TrailActor, TrailKind } from './trail-entry.js';

/** One line of a case's history as people read it. */
export interface HistoryItem {
  readonly seq: number;
  readonly at: string;
  readonly kind: TrailKind;
  readonly title: string;
  /** Null: the system. */
  readonly actor: { readonly name: string; readonly role: string | null; readonly unit: string | null } | null;
  readonly onBehalfOf: string | null;
  readonly step: string | null;
  readonly elementId: string | null;
  readonly unit: string | null;
  readonly opinion: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly receivedAt: string | null;
  readonly finishedAt: string | null;
  /** How long the finished step took, in natural time. */
  readonly durationText: string | null;
  readonly definitionKey: string | null;
  readonly definitionVersion: number | null;
}

/** Reads the history of cases. */
@Injectable()
export class HistoryService {
  readonly #database: Database;
  readonly #cases: CaseAccess;

  constructor(database: Database, cases: CaseAccess) {
    this.#database = database;
    this.#cases = cases;
  }

  /** One page of a case's history, the oldest first. @throws permission-missing, case-unknown, cursor-invalid */
  async list(
    principal: Principal,
    caseId: string,
    paging: { limit: number; after?: string | undefined },
  ): Promise<Page<HistoryItem>> {
    await this.#cases.require(principal, caseId);
    const rows = await this.#database.query<TrailRow>({
      name: 'casework-history',
      text: `SELECT seq, at, kind, title, actor, on_behalf_of AS "onBehalfOf", step, element_id AS "elementId", unit,
               opinion, detail, received_at AS "receivedAt", finished_at AS "finishedAt",
               definition_key AS "definitionKey", definition_version AS "definitionVersion"
             FROM casework.trail WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      values: [caseId, paging.after === undefined ? 0 : seqOf(decodeCursor(paging.after)), paging.limit + 1],
    });
    const page = pageOf(rows, paging.limit, (row) => [row.seq]);
    return { items: await this.#cases.told(principal, caseId, page.items.map(itemOf)), next: page.next };
  }
}

interface TrailRow extends Omit<HistoryItem, 'at' | 'actor' | 'receivedAt' | 'finishedAt' | 'durationText'> {
  readonly at: Date;
  readonly actor: TrailActor | null;
  readonly receivedAt: Date | null;
  readonly finishedAt: Date | null;
}

function seqOf([seq]: readonly unknown[]): number {
  if (isMarkNumber(seq)) return seq;
  throw pageMarkInvalid();
}

function itemOf({ actor, at, receivedAt, finishedAt, ...row }: TrailRow): HistoryItem {
  return {
    ...row,
    at: at.toISOString(),
    actor: actor && { name: actor.name ?? '', role: actor.role ?? null, unit: actor.unit ?? null },
    receivedAt: receivedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    durationText: receivedAt && finishedAt ? durationText(receivedAt, finishedAt) : null,
  };
}
