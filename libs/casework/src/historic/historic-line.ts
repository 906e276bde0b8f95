import type { TrailActor, TrailDraft } from '../trail/trail-entry.js';

/** What was said of a case. */
interface Said {
  readonly at: Date;
  readonly actor: TrailActor;
  /** A year or a day; null: it is no long-standing matter. */
  readonly since: string | null;
  /** What stood there. */
  readonly before: string | null;
  readonly reason: string;
}

/** The line that a mark leaves in the history of its case; statistics as of a day are made of it. */
export function historicLine({ at, actor, since, before, reason }: Said): TrailDraft {
  const title = before === null ? '标记历史遗留' : '更正历史遗留';
  return {
    at,
    actor,
    kind: since === null ? 'historic-unmarked' : 'historic-marked',
    title: since === null ? '取消历史遗留' : title,
    opinion: reason,
    detail: { ...(since !== null && { since }), ...(before !== null && { sinceBefore: before }) },
  };
}
