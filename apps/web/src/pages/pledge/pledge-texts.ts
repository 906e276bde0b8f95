import type { PledgeSummary } from '../../api/model.js';
import { messages } from '../../messages/messages.js';

const words = messages.pledge;

/** How a pledge stands, in a few words. */
export function standingOf({
  state,
  dropped,
  late,
  finishedOn,
}: Pick<PledgeSummary, 'state' | 'dropped' | 'late' | 'finishedOn'>): string {
  if (dropped) return words.dropped;
  if (late) return words.late;
  return state === 'doing' && finishedOn !== null ? words.finished : words.stateHints[state];
}

/** What delegates found of a pledge; undefined before. */
export function outcomeText({ outcome, meanScore }: Pick<PledgeSummary, 'outcome' | 'meanScore'>): string | undefined {
  if (outcome === null) return undefined;
  return [words.outcomes[outcome], meanScore !== null && words.score(meanScore)].filter(Boolean).join(' · ');
}
