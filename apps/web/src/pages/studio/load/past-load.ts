import type { JsonValue, PastStay } from '@lianban/bpmn';
import type { Calendars } from '@lianban/calendar';
import type { PastCase } from '../../../api/model.js';

/** With what a past case starts: what the server gives a new one, as far as it is told. */
export function variablesOf({
  receivedAt,
  category,
  kind,
  urgency,
  station,
  street,
}: PastCase): Record<string, JsonValue> {
  return { case: { category, kind, urgency }, category, kind, urgency, station, street, receivedAt };
}

/** How a past case stayed at its steps, in working time without pauses; `now` ends what is still open. */
export function staysOf({ steps }: PastCase, { calendars, calendar, now }: Counting): PastStay[] {
  return steps.map(({ element, receivedAt, endedAt, end, outcome, pauses, calendar: own }) => {
    const counted = own !== null && calendars.has(own) ? own : calendar;
    const worked = (from: string, to: string) => calendars.get(counted).worked(from, to);
    const ended = endedAt ?? now;
    const paused = pauses.reduce((sum, { from, to }) => sum + worked(from, earlier(to ?? ended, ended)), 0);
    return {
      ...{ element, worked: Math.max(0, worked(receivedAt, ended) - paused), calendar: counted },
      ...{ finished: end === 'done', ...(outcome !== null && { outcome }) },
    };
  });
}

interface Counting {
  readonly calendars: Calendars;
  /** For steps without a calendar of their own. */
  readonly calendar: string;
  readonly now: string;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
