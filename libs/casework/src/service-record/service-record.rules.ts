import type { ClosingGap, ClosingNeed } from './service-record.js';

/** What stands in a case when somebody is about to close it. */
export interface ClosingFacts {
  readonly needs: readonly ClosingNeed[];
  /** The resident was spoken to. */
  readonly contacted: boolean;
  /** Staff put a photo or paper to it. */
  readonly evidenced: boolean;
  /** Originals that were not given back. */
  readonly papersHeld: boolean;
}

/** What is missing before a case can be closed with this reply. */
export function closingGaps(facts: ClosingFacts, reply: string | undefined): ClosingGap[] {
  const missing: Readonly<Record<ClosingNeed, boolean>> = {
    reply: !reply,
    contact: !facts.contacted,
    evidence: !facts.evidenced,
  };
  return [...facts.needs.filter((need) => missing[need]), ...(facts.papersHeld ? (['papers'] as const) : [])];
}

/** How many tries count: one an hour, as somebody who is not there now is not there a minute later either. */
export function triesThatCount(tries: readonly Date[]): number {
  return new Set(tries.map((at) => Math.floor(at.getTime() / 3_600_000))).size;
}

/** Whether the first contact is or was late. */
export function isContactLate(dueAt: Date, contactedAt: Date | null, now: Date): boolean {
  return (contactedAt ?? now) > dueAt;
}
