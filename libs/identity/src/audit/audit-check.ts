import { decodeCursor, encodeCursor, isMarkNumber, pageMarkInvalid, type Database } from '@lianban/platform';
import { readEntries } from './audit.queries.js';
import { breakOf, genesis } from './audit.rules.js';

/** The first entry of a chain that does not follow the one before it. */
export interface BrokenEntry {
  readonly stream: string;
  readonly seq: number;
  readonly reason: string;
}

/** One part of the trail, recomputed. */
export interface AuditCheck {
  /** Entries of this part that follow each other as they should. */
  readonly checked: number;
  /** Entries of the whole trail. */
  readonly total: number;
  readonly broken: readonly BrokenEntry[];
  /** Where the next part begins; null: this was the last. */
  readonly next: string | null;
}

interface Head {
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

/** Chains looked at in one part; most are short. */
const mostChains = 200;

/**
 * Recomputes the trail in parts, so that who waits for it sees how far it is. What is found broken ends its chain there,
 * as all that follows would be told broken too. @throws cursor-invalid
 */
export async function checkPart(database: Database, after: string | undefined, limit: number): Promise<AuditCheck> {
  const mark = markOf(after);
  const [{ total = 0 } = {}] = await database.query<{ total: number }>({
    text: 'SELECT coalesce(sum(seq), 0)::float8 AS total FROM identity.audit_head',
  });
  const heads = await database.query<Head>({
    text: `SELECT stream, seq::float8 AS seq, hash FROM identity.audit_head WHERE stream >= $1 ORDER BY stream LIMIT $2`,
    values: [mark.stream, mostChains + 1],
  });
  const broken: BrokenEntry[] = [];
  let checked = 0;
  for (const head of heads.slice(0, mostChains)) {
    const from = head.stream === mark.stream ? mark.seq : 0;
    const part = await checkChain(database, head, { from, limit: limit - checked });
    checked += part.checked;
    if (part.broken) broken.push({ stream: head.stream, ...part.broken });
    else if (from + part.checked < head.seq) {
      return { checked, total, broken, next: encodeCursor([head.stream, from + part.checked]) };
    }
  }
  const following = heads[mostChains];
  return { checked, total, broken, next: following ? encodeCursor([following.stream, 0]) : null };
}

/** Recomputes the last entries of every chain that was written to lately. */
export async function checkTails(database: Database, entries: number): Promise<BrokenEntry[]> {
  const heads = await database.query<Head>({
    text: `SELECT head.stream, head.seq::float8 AS seq, head.hash FROM identity.audit_head AS head
      LEFT JOIN identity.audit_entry AS entry ON entry.stream = head.stream AND entry.seq = head.seq
      WHERE head.seq > 0 ORDER BY entry.at DESC NULLS FIRST LIMIT $1`,
    values: [mostChains],
  });
  const broken: BrokenEntry[] = [];
  for (const head of heads) {
    const part = await checkChain(database, head, { from: Math.max(head.seq - entries, 0), limit: entries });
    if (part.broken) broken.push({ stream: head.stream, ...part.broken });
  }
  return broken;
}

async function checkChain(
  database: Database,
  { stream, seq: last, hash }: Head,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<{ checked: number; broken?: { seq: number; reason: string } }> {
  if (limit <= 0) return { checked: 0 };
  const [before] = from === 0 ? [] : await readEntries(database, { stream, after: from - 1, limit: 1 });
  let previous = { seq: from, hash: before?.hash ?? genesis };
  for (const entry of await readEntries(database, { stream, after: from, limit })) {
    const cut = entry.seq === last && entry.hash !== hash ? 'it is not the entry that was last' : undefined;
    const reason = breakOf(entry, previous) ?? cut;
    if (reason !== undefined) return { checked: previous.seq - from, broken: { seq: previous.seq + 1, reason } };
    previous = entry;
  }
  const checked = previous.seq - from;
  if (checked < limit && previous.seq < last) {
    return { checked, broken: { seq: previous.seq + 1, reason: `expected ${last} entries` } };
  }
  return { checked };
}

function markOf(after: string | undefined): { stream: string; seq: number } {
  if (after === undefined) return { stream: '', seq: 0 };
  const [stream, seq] = decodeCursor(after);
  if (typeof stream === 'string' && isMarkNumber(seq)) return { stream, seq };
  throw pageMarkInvalid();
}
