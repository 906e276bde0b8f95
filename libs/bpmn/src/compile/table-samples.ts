import type { DecisionTable } from '../decision/decision-model.js';
import { passesUnaryTests } from '../expression/evaluate.js';
import type { Instant } from '../model/value.js';

/** A value that an input may have: one on, or beside, each boundary that the tests of its column draw. */
export type Sample = string | number | boolean | null;

/** Stands for every text that no rule names. */
const anythingElse = 'something else';
const text = /"((?:[^"\\]|\\.)*)"/gu;
const number = /(?<![\p{L}\p{N}_."])-?\d+(?:\.\d+)?/gu;
/** What a test may name beside texts and numbers: all else is a variable, or needs values that those cannot stand for. */
const understood = new Set([
  ...['true', 'false', 'null', 'not', 'and', 'or', 'in', 'between'],
  ...['starts', 'ends', 'with', 'contains', 'matches', 'string', 'length', 'upper', 'lower', 'case'],
]);

/**
 * Values that stand for all that an input of the table can be, as far as its tests tell them apart; undefined where they
 * test something that such values do not show, e.g. dates.
 */
export function samplesOf(table: DecisionTable, index: number, now: Instant): readonly Sample[] | undefined {
  const allowed = table.inputs[index]?.allowed;
  const tests = [...table.rules.map((rule) => rule.tests[index] ?? ''), allowed ?? ''];
  if (tests.some(isForeign)) return undefined;
  const samples = new Set<Sample>(tests.flatMap((test) => [...namedIn(test)]));
  for (const sample of between([...samples])) samples.add(sample);
  if ([...samples].every((sample) => typeof sample === 'string' || sample === null)) samples.add(anythingElse);
  const list = [...samples];
  return allowed === undefined ? list : list.filter((sample) => isAllowed(allowed, sample, now));
}

/** Whether a test asks for a variable, a date, a list. */
function isForeign(test: string): boolean {
  const words = test.replaceAll(text, '').match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  return words.some((word) => !understood.has(word));
}

/** The middle between neighbouring numbers: two boundaries may lie close together. */
function between(samples: readonly Sample[]): number[] {
  const numbers = samples.filter((sample) => typeof sample === 'number').sort((a, b) => a - b);
  return numbers.slice(1).map((high, place) => (high + (numbers[place] ?? high)) / 2);
}

function* namedIn(test: string): Generator<Sample> {
  for (const [, named = ''] of test.matchAll(text)) {
    yield named;
    if (test.includes('(')) yield `${named}.`; // what begins with it
  }
  const bare = test.replaceAll(text, '').replaceAll('..', ' .. ');
  for (const [digits] of bare.matchAll(number)) for (const near of [-1, 0, 1]) yield Number(digits) + near;
  if (/\b(?:true|false)\b/u.test(bare)) yield* [true, false];
  if (/\bnull\b/u.test(bare)) yield null;
}

function isAllowed(allowed: string, sample: Sample, now: Instant): boolean {
  const passed = passesUnaryTests(allowed, sample, {}, now);
  return passed.ok && passed.value;
}
