import { ApiProblem } from '../api/problem.js';
import { messages } from '../messages/messages.js';
import type { ProblemWords } from '../messages/zh-CN.failure.js';
import { shortTime } from './time.js';

/** What to tell the user about a failure: our own words for a known code, the server's if in their language, else by status. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return messages.failure.page;
  const known = messages.failure.byCode[error.code];
  if (known) return typeof known === 'string' ? known : known(factsOf(error));
  const told = [error.detail, error.title].find((text) => text && messages.said.readable(text));
  return told ?? textOfStatus(error.status);
}

/** The reason for one refused field, in the language in use whatever the server said. */
export function fieldText(message: string): string {
  return messages.said.readable(message) ? message : messages.failure.field;
}

/** The facts that texts use, already in the form in which they are shown. */
function factsOf({ facts }: ApiProblem): ProblemWords {
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : undefined);
  const until = text('lockedUntil');
  const { units, missing } = facts;
  return {
    by: text('by'),
    unit: text('unit'),
    units: Array.isArray(units) ? units.join(messages.marks.list) : undefined,
    until: until && shortTime(until),
    missing: Array.isArray(missing) ? needsText(missing) : undefined,
  };
}

/** What closing needs, in words. */
export function needsText(needs: readonly unknown[]): string {
  return needs.map((need) => messages.service.needs[String(need)] ?? String(need)).join(messages.marks.list);
}

function textOfStatus(status: number): string {
  const failure = messages.failure;
  if (status === 0) return failure.connection;
  if (status === 401) return messages.signIn.expired;
  if (status === 403) return failure.forbidden;
  if (status === 404) return failure.notFound;
  if (status === 409) return failure.conflict;
  if (status === 429) return failure.tooMany;
  if (status === 502 || status === 503 || status === 504) return failure.unavailable;
  return status >= 500 ? failure.internal : failure.refused;
}
