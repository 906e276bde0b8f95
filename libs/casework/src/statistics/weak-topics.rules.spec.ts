import { describe, expect, it } from '@jest/globals';
import type { TopicFates } from './statistics.sql.js';
import { weakTopicsOf } from './weak-topics.rules.js';

function topic(code: string, received: number, more: Partial<TopicFates> = {}): TopicFates {
  const none = { withdrawn: 0, returned: 0, reworked: 0, repeated: 0, lapsed: 0, dissatisfied: 0 };
  const answers = { rated: 0, satisfied: 0, asked: 0, solved: 0 };
  const closed = { closed: received, closedInTime: received, closedAtOnce: received, closedInTwo: received };
  const contacts = { toContact: 0, contactedInTime: 0 };
  return { code, name: `题 ${code}`, excluded: false, received, ...closed, ...contacts, ...none, ...answers, ...more };
}

describe('weak topics', () => {
  it('do worse than all topics together, the worst first, with how much', () => {
    const fates = [topic('good', 10), topic('weak', 10, { closedInTime: 4 }), topic('returned', 20, { returned: 4 })];
    expect(weakTopicsOf(fates, 10).map((it) => [it.topic, it.code, it.rate, it.mean, it.difference])).toEqual([
      ['题 weak', 'closing-in-time', 0.4, 0.85, 0.45],
      ['题 returned', 'return', 0.2, 0.1, 0.1], // here more is worse
    ]);
  });

  it('have enough cases', () => {
    const fates = [topic('good', 30), topic('small', 9, { closedInTime: 0 })];
    expect(weakTopicsOf(fates, 10)).toEqual([]);
    expect(weakTopicsOf(fates, 9)).toHaveLength(1);
  });

  it('are not made by cases that are left out', () => {
    const fates = [topic('one', 10), topic('two', 10), topic('two', 10, { excluded: true, closedInTime: 0 })];
    expect(weakTopicsOf(fates, 1)).toEqual([]);
  });
});
