import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, currentRequestId, Database, type Clock, type Transaction } from '@lianban/platform';
import { auditFailures, brokenChains } from '../identity-numbers.js';
import type { AuditDraft, AuditEntry, UnsealedEntry } from './audit-entry.js';
import { checkPart, checkTails, type AuditCheck, type BrokenEntry } from './audit-check.js';
import { recentActions, searchEntries, type AuditFilter, type AuditPlace } from './audit-search.queries.js';
import { countEntries, readEntries, readEntriesAbout } from './audit.queries.js';
import { breakOf, genesis, plain, sealOf } from './audit.rules.js';

/** Answer of {@link AuditTrail.verify}. */
export type AuditVerdict =
  | { readonly intact: true; readonly entries: number }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: number; readonly reason: string };

const mainStream = 'main';
const batch = 1_000;

/** The record of what people did: append-only (a trigger refuses change), numbered and hash-chained per stream. */
@Injectable()
export class AuditTrail {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Records an act in the transaction of the act, so that neither exists without the other. Holds the end of the
   * stream until commit: call it last.
   */
  async append(tx: Transaction, draft: AuditDraft): Promise<AuditEntry> {
    try {
      return await this.#append(tx, draft);
    } catch (error) {
      auditFailures.inc();
      throw error;
    }
  }

  async #append(tx: Transaction, draft: AuditDraft): Promise<AuditEntry> {
    const stream = draft.stream ?? mainStream;
    const head = await lockHead(tx, stream);
    const requestId = currentRequestId();
    const detail = { ...draft.detail, ...(requestId !== undefined && { requestId }) };
    const unsealed = plainEntry(
      { ...draft, detail },
      {
        stream,
        seq: Number(head.seq) + 1,
        at: this.#clock.now(),
        previousHash: head.hash,
      },
    );
    const entry = { ...unsealed, hash: sealOf(unsealed) };
    await insert(tx, entry);
    return entry;
  }

  /** How often somebody did something since then, in vain too, but not where it was refused. */
  async countOf(tx: Transaction, what: { accountId: string; action: string; since: Date }): Promise<number> {
    return await countEntries(tx, what);
  }

  /** What was done to something, of all streams, the newest first; the last thousand. */
  async about(subject: { readonly type: string; readonly id: string }, action?: string): Promise<AuditEntry[]> {
    return await readEntriesAbout(this.#database, subject, { action, limit: batch });
  }

  /** Entries of all streams that fit, the newest first. */
  async search(
    filter: AuditFilter,
    page: { readonly before: AuditPlace | undefined; readonly limit: number },
  ): Promise<AuditEntry[]> {
    return await searchEntries(this.#database, filter, page);
  }

  /** What was done lately, in the words of the trail. */
  async recentActions(): Promise<string[]> {
    return await recentActions(this.#database);
  }

  /** Recomputes the next part of the trail. @throws cursor-invalid */
  async check(after: string | undefined, limit: number): Promise<AuditCheck> {
    return await checkPart(this.#database, after, limit);
  }

  /** Recomputes the last entries of each chain: quick, and tells what was cut off or changed lately. */
  async checkTails(entries: number): Promise<BrokenEntry[]> {
    return await checkTails(this.#database, entries);
  }

  /** The streams that there are. */
  async streams(): Promise<string[]> {
    const rows = await this.#database.query<{ stream: string }>({
      text: 'SELECT stream FROM identity.audit_head ORDER BY stream',
    });
    return rows.map(({ stream }) => stream);
  }

  /** Recomputes every stream; the numbers of this process then tell how many are broken. */
  async verifyAll(): Promise<{ readonly stream: string; readonly verdict: AuditVerdict }[]> {
    const chains = [];
    for (const stream of await this.streams()) chains.push({ stream, verdict: await this.verify(stream) });
    brokenChains.set(chains.filter(({ verdict }) => !verdict.intact).length);
    return chains;
  }

  /** Recomputes a stream from its first entry; tells a changed, missing, swapped or cut-off entry. */
  async verify(stream: string = mainStream): Promise<AuditVerdict> {
    let previous = { seq: 0, hash: genesis };
    // The head is read first: entries that join meanwhile are beyond it and do no harm.
    const [head] = await this.#database.query<{ seq: string; hash: string }>({
      text: 'SELECT seq, hash FROM identity.audit_head WHERE stream = $1',
      values: [stream],
    });
    const last = Number(head?.seq ?? 0);
    for (;;) {
      const entries = await readEntries(this.#database, { stream, after: previous.seq, limit: batch });
      for (const entry of entries) {
        const reason = breakOf(entry, previous);
        if (reason !== undefined) return { intact: false, entries: previous.seq, brokenAt: previous.seq + 1, reason };
        if (entry.seq === last && entry.hash !== head?.hash) {
          return { intact: false, entries: previous.seq, brokenAt: last, reason: 'it is not the entry that was last' };
        }
        previous = entry;
      }
      if (entries.length < batch) break;
    }
    if (previous.seq >= last) return { intact: true, entries: previous.seq };
    return { intact: false, entries: previous.seq, brokenAt: previous.seq + 1, reason: `expected ${last} entries` };
  }
}

async function lockHead(tx: Transaction, stream: string): Promise<{ seq: string; hash: string }> {
  const [head] = await tx.query<{ seq: string; hash: string }>({
    name: 'identity-audit-head',
    text: `INSERT INTO identity.audit_head (stream, seq, hash) VALUES ($1, 0, $2)
           ON CONFLICT (stream) DO UPDATE SET stream = excluded.stream
           RETURNING seq, hash`,
    values: [stream, genesis],
  });
  if (!head) throw new Error(`expected the end of audit stream "${stream}", but the insert returned nothing`);
  return head;
}

function plainEntry(
  draft: AuditDraft,
  place: Pick<UnsealedEntry, 'stream' | 'seq' | 'at' | 'previousHash'>,
): UnsealedEntry {
  const facts = plain({
    actor: draft.actor,
    onBehalfOf: draft.onBehalfOf ?? null,
    action: draft.action,
    subject: draft.subject ?? null,
    reason: draft.reason ?? null,
    result: draft.result,
    detail: draft.detail ?? {},
    ip: draft.ip ?? null,
  }) as Omit<UnsealedEntry, keyof typeof place>;
  return { ...facts, ...place };
}

async function insert(tx: Transaction, entry: AuditEntry): Promise<void> {
  await tx.query({
    name: 'identity-audit-append',
    text: `WITH head AS (UPDATE identity.audit_head SET seq = $2, hash = $17 WHERE stream = $1)
           INSERT INTO identity.audit_entry (stream, seq, at, actor_id, actor_name, actor_role, actor_unit, on_behalf_of,
             action, subject_type, subject_id, reason, result, detail, ip, previous_hash, hash)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: [
      entry.stream,
      entry.seq,
      entry.at,
      entry.actor?.accountId ?? null,
      entry.actor?.name ?? null,
      entry.actor?.role ?? null,
      entry.actor?.unit ?? null,
      entry.onBehalfOf,
      entry.action,
      entry.subject?.type ?? null,
      entry.subject?.id ?? null,
      entry.reason,
      entry.result,
      JSON.stringify(entry.detail),
      entry.ip,
      entry.previousHash,
      entry.hash,
    ],
  });
}
