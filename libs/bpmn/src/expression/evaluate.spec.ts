import { describe, expect, it } from '@jest/globals';
import { evaluateText } from './evaluate.js';
import { valuesInTests, variablesRead } from './variable-reads.js';

const NOW = '2026-03-02T01:00:00.000Z';
const valueOf = (feel: string, variables = {}, now = NOW) => {
  const result = evaluateText(feel, variables, now);
  return result.ok ? result.value : result.message;
};

describe('a FEEL expression, asked twice', () => {
  it('answers by the values that it is given each time', () => {
    expect([1, 2, 1].map((n) => valueOf('n + 1', { n }))).toEqual([2, 3, 2]);
    expect([true, false].map((n) => valueOf('n', { n }))).toEqual([true, false]);
    // A text and a number of the same letters, and a name within a name.
    expect([1, '1'].map((n) => valueOf('n = 1', { n }))).toEqual([true, null]);
    expect(valueOf('ab + b', { ab: 1, b: 2 })).toBe(3);
    expect(valueOf('ab + b', { ab: 2, b: 1 })).toBe(3);
    expect(valueOf('ab - b', { ab: 2, b: 1 })).toBe(1);
  });

  it('answers by the time of each', () => {
    expect(valueOf('string(today())')).toBe('2026-03-02');
    expect(valueOf('string(today())', {}, '2026-03-03T01:00:00.000Z')).toBe('2026-03-03');
    expect(valueOf('now( ).hour')).toBe(1);
    expect(valueOf('now( ).hour', {}, '2026-03-02T07:00:00.000Z')).toBe(7);
    const byAnotherName = '{ clock: now, hour: clock().hour }.hour';
    expect(valueOf(byAnotherName)).toBe(1);
    expect(valueOf(byAnotherName, {}, '2026-03-02T07:00:00.000Z')).toBe(7);
  });

  it('gives each asker a list of its own, and the same fault', () => {
    const [first, second] = [valueOf('[1, 2]'), valueOf('[1, 2]')];
    expect(first).toEqual(second);
    expect(first).not.toBe(second);
    expect(valueOf('date("soon")')).toEqual(valueOf('date("soon")'));
  });

  it('does not grow with the questions', () => {
    for (let n = 0; n < 25_000; n += 1) expect(valueOf('n', { n })).toBe(n);
  });
});

describe('what a FEEL expression reads', () => {
  it.each([
    ['outcome = "x" and returned.unit != null', 'outcome=x returned.unit'],
    ['kind in ("a", "b") or not(flag = true)', 'kind=a,b flag=true'],
    ['for x in items return x.a + b', 'items b'],
    ['some x in items satisfies x > y', 'items y'],
    ['{ clock: now, hour: clock().hour, more: other }.hour', 'other'],
    ['items[price > 3]', 'items'],
    ['count(distinct values([a.b, c][item != null]))', 'a.b c'],
    ['(function(a) a + c)(1)', 'c'],
    ['site cost > limit', 'site cost limit'],
    ['duration("PT" + string(hours) + "H")', 'hours'],
  ])('%s: %s', (feel, expected) => {
    const told = variablesRead(feel).map(
      ({ path, values }) => path + (values.length > 0 ? `=${values.join(',')}` : ''),
    );
    expect(told.join(' ')).toBe(expected);
  });

  it('is told of the cells of a table by their plain values', () => {
    expect(valuesInTests('starts with(?, "urban"), "b"')).toEqual(['urban', 'b']);
    expect(valuesInTests('> 5')).toEqual([5]);
  });
});
