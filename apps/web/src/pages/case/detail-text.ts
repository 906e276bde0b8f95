import type { HistoryEntry } from '../../api/model.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.history;

/** Facts that are names, each with its own words. */
const named = ['file', 'main', 'joined', 'parted', 'receivedBy'] as const;

/** The facts of an entry that people want to read: the reason, where the case went, how the term changed. */
export function detailText({ detail, kind }: HistoryEntry): string {
  const { reason, channel, holder, dueAt, dueAtBefore, next, returned, to, gradeName, disposition } = detail;
  return [
    typeof reason === 'string' && reason,
    typeof channel === 'string' && words.channel(channel),
    matterText(detail),
    termText(dueAtBefore, dueAt),
    (kind === 'lapsed' || kind === 'overdue') && typeof holder === 'string' && words.holder(holder),
    returnText(returned),
    (kind === 'transferred' || kind === 'copied') && typeof to === 'string' && words.to(to),
    typeof gradeName === 'string' && gradeName,
    typeof disposition === 'string' && words.disposition(disposition),
    ...named.map((key) => namedText(detail, key)),
    nextText(next),
  ]
    .filter(Boolean)
    .join(messages.marks.clause);
}

function namedText(detail: HistoryEntry['detail'], key: (typeof named)[number]): string | undefined {
  const name = detail[key];
  return typeof name === 'string' ? words[key](name) : undefined;
}

function returnText(returned: unknown): string | undefined {
  if (typeof returned !== 'object' || returned === null) return undefined;
  const { legalBasis, evidence, suggestedUnitName } = returned as Readonly<Record<string, unknown>>;
  return words.returned(String(legalBasis), String(evidence), String(suggestedUnitName));
}

/** Since when the matter stands, or between whom it is mediated. */
function matterText({ since, sinceBefore, parties }: HistoryEntry['detail']): string | undefined {
  if (typeof parties === 'string') return messages.mediation.between(parties);
  if (typeof since !== 'string') return undefined;
  const { told } = messages.historic;
  return typeof sinceBefore === 'string'
    ? told.sinceChanged(dayText(sinceBefore), dayText(since))
    : told.since(dayText(since));
}

function termText(before: unknown, after: unknown): string | undefined {
  if (typeof after !== 'string') return undefined;
  return typeof before === 'string' ? words.term(longTime(before), longTime(after)) : words.due(longTime(after));
}

function nextText(next: unknown): string | undefined {
  if (!Array.isArray(next) || next.length === 0) return undefined;
  return words.next(next.map(stepText).filter(Boolean).join(messages.marks.list));
}

function stepText(step: { step?: unknown; unit?: unknown } | null): string {
  if (typeof step?.step !== 'string') return '';
  return typeof step.unit === 'string' ? messages.marks.aside(step.step, step.unit) : step.step;
}
