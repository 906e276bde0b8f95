import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@lianban/platform';
import { caseUnknown } from '../casework.errors.js';
import { NewsWriter } from '../news/news-writer.service.js';
import type { TrailDraft } from './trail-entry.js';
import { firstBrokenLine, hashOfLine, type HashedLine } from './trail.rules.js';

/** The append-only, hash-chained history of cases. The database itself refuses any change of a written line. */
@Injectable()
export class TrailService {
  readonly #database: Database;
  readonly #news: NewsWriter;

  constructor(database: Database, news: NewsWriter) {
    this.#database = database;
    this.#news = news;
  }

  /**
   * Adds lines to one case. Locks the case's row until the end of the transaction, so lines never fork; whoever also
   * locks a process instance or a step must do so before.
   *
   * @throws case-unknown
   */
  async append(tx: Transaction, caseId: string, drafts: readonly TrailDraft[]): Promise<void> {
    if (drafts.length === 0) return;
    const [head] = await tx.query<{ seq: number; hash: string }>({
      name: 'casework-trail-head',
      text: 'SELECT trail_seq AS seq, trail_hash AS hash FROM casework.case_file WHERE id = $1 FOR UPDATE',
      values: [caseId],
    });
    if (!head) throw caseUnknown(caseId);
    const lines: (HashedLine & { hash: string })[] = [];
    for (const draft of drafts) {
      const previousHash = lines.at(-1)?.hash ?? head.hash;
      const line = lineOf(caseId, head.seq + lines.length + 1, draft, previousHash);
      lines.push({ ...line, hash: hashOfLine(line) });
    }
    await tx.query({ ...insertLines, values: [JSON.stringify(lines)] });
    await tx.query({
      name: 'casework-trail-move-head',
      text: 'UPDATE casework.case_file SET trail_seq = $2, trail_hash = $3 WHERE id = $1',
      values: [caseId, head.seq + lines.length, lines.at(-1)?.hash],
    });
    this.#news.ofCase(tx, caseId);
  }

  /** Number of the first line of a case that was tampered with; undefined when the chain holds. */
  async firstBrokenLine(caseId: string): Promise<number | undefined> {
    const lines = await this.#database.query<HashedLine & { hash: string }>({
      text: `SELECT case_id AS "caseId", seq, at, kind, title, actor, on_behalf_of AS "onBehalfOf", step,
               element_id AS "elementId", unit, opinion, detail, received_at AS "receivedAt",
               finished_at AS "finishedAt", definition_key AS "definitionKey",
               definition_version AS "definitionVersion", previous_hash AS "previousHash", hash
             FROM casework.trail WHERE case_id = $1 ORDER BY seq`,
      values: [caseId],
    });
    const [head] = await this.#database.query<{ hash: string }>({
      text: 'SELECT trail_hash AS hash FROM casework.case_file WHERE id = $1',
      values: [caseId],
    });
    // The case keeps the last hash, so that lines cut off at the end are missed too.
    const cutOff = (head?.hash ?? '') === (lines.at(-1)?.hash ?? '') ? undefined : lines.length + 1;
    return firstBrokenLine(lines) ?? cutOff;
  }
}

function lineOf(caseId: string, seq: number, draft: TrailDraft, previousHash: string): HashedLine {
  return {
    caseId,
    seq,
    at: draft.at,
    kind: draft.kind,
    title: draft.title,
    // A round trip drops properties that are undefined, which jsonb would not keep either.
    actor: JSON.parse(JSON.stringify(draft.actor)),
    onBehalfOf: draft.onBehalfOf ?? null,
    step: draft.step ?? null,
    elementId: draft.elementId ?? null,
    unit: draft.unit ?? null,
    opinion: draft.opinion ?? null,
    detail: JSON.parse(JSON.stringify(draft.detail ?? {})),
    receivedAt: draft.receivedAt ?? null,
    finishedAt: draft.finishedAt ?? null,
    definitionKey: draft.definition?.key ?? null,
    definitionVersion: draft.definition?.version ?? null,
    previousHash,
  };
}

const insertLines = {
  name: 'casework-trail-insert',
  text: `INSERT INTO casework.trail (case_id, seq, at, kind, title, actor, on_behalf_of, step, element_id, unit, opinion,
           detail, received_at, finished_at, definition_key, definition_version, previous_hash, hash)
         SELECT "caseId", seq, at, kind, title, nullif(actor, 'null'::jsonb), "onBehalfOf", step, "elementId", unit, opinion,
           detail, "receivedAt", "finishedAt", "definitionKey", "definitionVersion", "previousHash", hash
         FROM jsonb_to_recordset($1::jsonb) AS line("caseId" uuid, seq int, at timestamptz, kind text, title text,
           actor jsonb, "onBehalfOf" text, step text, "elementId" text, unit text, opinion text, detail jsonb,
           "receivedAt" timestamptz, "finishedAt" timestamptz, "definitionKey" text, "definitionVersion" int,
           "previousHash" text, hash text)`,
};
