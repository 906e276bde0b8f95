import type { DecisionTable } from '../decision/decision-model.js';
import { passesUnaryTests } from '../expression/evaluate.js';
import type { Instant } from '../model/value.js';

/** A value that an input may have: one on, or beside, each boundary that the tests of its column draw. */
export type Sample = string | number | boolean | null;

/** Stands for every text that no rule names. */
const anythingElse = 'something else';
/** Tests of these need values that texts and numbers cannot stand for. */
const temporal = /\b(?:date|time|duration|years|months|days|day of|now|today|list contains|item|some|every)\b/u;
const text = /"((?:[^"\\]|\\.)*)"/gu;
const number = /(?<![\p{L}\p{N}_."])-?\d+(?:\.\d+)?/gu;

/**
 * Values that stand for all that an input of the table can be, as far as its tests tell them apart; undefined where they
 * test something that such values do not show, e.g. dates.
 */
export function samplesOf(table: DecisionTable, index: number, now: Instant): readonly Sample[] | undefined {
  const allowed = table.inputs[index]?.allowed;
  const tests = [...table.rules.map((rule) => rule.tests[index] ?? ''), allowed ?? ''];
  if (tests.some((test) => temporal.test(test.replaceAll(text, '')))) return undefined;
  const samples = new Set<Sample>();
  for (const test of tests) for (const sample of namedIn(test)) samples.add(sample);
  if ([...samples].every((sample) => typeof sample === 'string' || sample === null)) samples.add(anythingElse);
  const list = [...samples];
  return allowed === undefined ? list : list.filter((sample) => isAllowed(allowed, sample, now));
}

function* namedIn(test: string): Generator<Sample> {
  for (const [, named = ''] of test.matchAll(text)) {
    yield named;
    if (test.includes('(')) yield `${named}.`; // what begins with it
  }
  const bare = test.replaceAll(text, '');
  for (const [digits] of bare.matchAll(number)) for (const near of [-1, 0, 1]) yield Number(digits) + near;
  if (/\b(?:true|false)\b/u.test(bare)) yield* [true, false];
  if (/\bnull\b/u.test(bare)) yield null;
}

function isAllowed(allowed: string, sample: Sample, now: Instant): boolean {
  const passed = passesUnaryTests(allowed, sample, {}, now);
  return passed.ok && passed.value;
}
