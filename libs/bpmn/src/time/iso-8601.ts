import { DateTime, Duration } from 'luxon';
import type { Instant } from '../model/value.js';

/** A repeating interval: how often (null = without end), how far apart, and when first if the text says so. */
export interface Repetition {
  readonly times: number | null;
  readonly period: string;
  readonly start?: Instant;
}

/** The instant an ISO-8601 date names, in `zone` where it names none; undefined when it is not one. */
export function parseInstant(text: string, zone = 'utc'): Instant | undefined {
  // A time without a date would be filled up from the machine's clock.
  if (!/^[+-]?\d{4}/.test(text.trim())) return undefined;
  const date = DateTime.fromISO(text.trim(), { zone });
  return date.isValid ? instantOf(date) : undefined;
}

export function isDuration(text: string): boolean {
  return /^[+-]?P.*\d/.test(text.trim()) && durationOf(text.trim()).isValid;
}

/** `from` plus an ISO-8601 duration, in calendar units of UTC. Throws when the result lies beyond what dates can hold. */
export function addDuration(from: Instant, duration: string): Instant {
  const date = DateTime.fromMillis(Date.parse(from), utc).plus(durationOf(duration.trim()));
  if (!date.isValid) throw new RangeError(`${from} plus ${duration} is not a date`);
  return instantOf(date);
}

/** Reads `R[n]/<duration>` or `R[n]/<start>/<duration>`; undefined when the text is neither. */
export function parseRepetition(text: string, zone = 'utc'): Repetition | undefined {
  const [head = '', ...rest] = text.trim().split('/');
  const match = /^R(\d*)$/.exec(head);
  const period = rest.at(-1);
  if (!match || period === undefined || rest.length > 2 || !isDuration(period)) return undefined;
  if (durationOf(period).toMillis() <= 0) return undefined;
  const times = match[1] ? Number(match[1]) : null;
  if (times === 0) return undefined;
  if (rest.length === 1) return { times, period };
  const start = parseInstant(rest[0] ?? '', zone);
  return start ? { times, period, start } : undefined;
}

function instantOf(date: DateTime): Instant {
  return new Date(date.toMillis()).toISOString();
}

const utc = { zone: 'utc' };

/** Diagrams name few durations, and name them again and again. */
const durations = new Map<string, Duration>();
const MOST_DURATIONS = 1_000;

function durationOf(text: string): Duration {
  const known = durations.get(text);
  if (known) return known;
  const duration = Duration.fromISO(text);
  if (durations.size >= MOST_DURATIONS) durations.clear();
  durations.set(text, duration);
  return duration;
}
