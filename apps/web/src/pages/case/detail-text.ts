import type { HistoryEntry } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.history;

/** The facts of an entry that people want to read: the reason, where the case went, how the term changed. */
export function detailText({ detail, kind }: HistoryEntry): string {
  const {
    reason,
    channel,
    holder,
    dueAt,
    dueAtBefore,
    next,
    returned,
    to,
    gradeName,
    disposition,
    main,
    joined,
    parted,
    file,
  } = detail;
  return [
    typeof reason === 'string' && reason,
    typeof channel === 'string' && words.channel(channel),
    sinceText(detail),
    termText(dueAtBefore, dueAt),
    (kind === 'lapsed' || kind === 'overdue') && typeof holder === 'string' && words.holder(holder),
    returnText(returned),
    (kind === 'transferred' || kind === 'copied') && typeof to === 'string' && words.to(to),
    typeof gradeName === 'string' && gradeName,
    typeof disposition === 'string' && words.disposition(disposition),
    typeof file === 'string' && words.file(file),
    typeof main === 'string' && words.main(main),
    typeof joined === 'string' && words.joined(joined),
    typeof parted === 'string' && words.parted(parted),
    nextText(next),
  ]
    .filter(Boolean)
    .join('；');
}

function returnText(returned: unknown): string | undefined {
  if (typeof returned !== 'object' || returned === null) return undefined;
  const { legalBasis, evidence, suggestedUnitName } = returned as Readonly<Record<string, unknown>>;
  return words.returned(String(legalBasis), String(evidence), String(suggestedUnitName));
}

function sinceText({ since, sinceBefore }: HistoryEntry['detail']): string | undefined {
  if (typeof since !== 'string') return undefined;
  const { since: from, sinceChanged } = messages.historic.told;
  return typeof sinceBefore === 'string' ? sinceChanged(sinceBefore, since) : from(since);
}

function termText(before: unknown, after: unknown): string | undefined {
  if (typeof after !== 'string') return undefined;
  return typeof before === 'string' ? words.term(longTime(before), longTime(after)) : words.due(longTime(after));
}

function nextText(next: unknown): string | undefined {
  if (!Array.isArray(next) || next.length === 0) return undefined;
  return words.next(next.map(stepText).filter(Boolean).join('、'));
}

function stepText(step: { step?: unknown; unit?: unknown } | null): string {
  if (typeof step?.step !== 'string') return '';
  return typeof step.unit === 'string' ? `${step.step}（${step.unit}）` : step.step;
}
