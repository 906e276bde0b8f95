import type { OpenPart, Station } from '../../api/model.js';
import { messages } from '../../messages/messages.js';

const words = messages.station;

type Opening = NonNullable<Station['opening']>;

/** Working days and days off, each with its times. */
export function hoursText({ workingDays, daysOff }: NonNullable<Station['hours']>): [days: string, times: string][] {
  return [
    [messages.contact.workingDays, timesText(workingDays)],
    [messages.contact.daysOff, timesText(daysOff)],
  ];
}

/** Until when it is open, or when it opens next. */
export function openText({ now, today, next }: Opening): string {
  if (now) {
    // What is open now is the last part that has begun; the next one begins at the next opening.
    const begun = next?.day === today.day ? today.parts.filter(({ from }) => from < next.from) : today.parts;
    return words.closesAt(begun.at(-1)?.to ?? '');
  }
  if (!next) return '';
  return next.day === today.day ? words.opensToday(next.from) : words.opensOn(next.day, next.from);
}

function timesText(parts: readonly OpenPart[]): string {
  return parts.length === 0 ? words.closed : parts.map(({ from, to }) => `${from}—${to}`).join(messages.marks.list);
}
