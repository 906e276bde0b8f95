import { messages } from '../../messages/messages.js';

const words = messages.pledge;
const review = messages.pledgeReview;

/** Fields whose change is told, as they are called on the screen; topics are told by their code nowhere. */
const names: Readonly<Record<string, string>> = {
  title: words.subject,
  pledger: words.pledger,
  text: words.text,
  measure: words.measure,
  dueOn: words.dueOn,
  day: review.day,
  place: review.place,
  delegates: review.delegates,
};

/** What a line of the trail changed: each field that differs, before and after. */
export function changesOf(
  detail: Readonly<Record<string, unknown>>,
): { readonly field: string; readonly before: string; readonly after: string }[] {
  const [before, after] = [recordOf(detail['before']), recordOf(detail['after'])];
  return Object.entries(names)
    .filter(([key]) => key in after && before[key] !== after[key])
    .map(([key, field]) => ({ field, before: textOf(before[key]), after: textOf(after[key]) }));
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : words.none;
}
