import { describe, expect, it } from '@jest/globals';
import { matterGroups } from './hot-matters.rules.js';

const by = { fewest: 3, likeness: 0.5 };

/** Each letter of the word is a term. */
function cases(words: Readonly<Record<string, string>>, topic = 'lighting', place = 'street-1') {
  return Object.entries(words).map(([id, word]) => ({ id, topic, place, terms: [...word] }));
}

describe('similar cases', () => {
  it.each([
    ['three that share half of their words', { a: 'abcd', b: 'abef', c: 'abgh' }, [['a', 'b', 'c']]],
    ['two are too few', { a: 'abcd', b: 'abcd', c: 'wxyz' }, []],
    ['a case of nothing is like none', { a: '', b: '', c: '' }, []],
    [
      'the fullest group first, and every case once',
      { a: 'abcd', b: 'abcd', c: 'abcd', p: 'pqrs', q: 'pqrs', r: 'pqrs', s: 'pqrs' },
      [
        ['p', 'q', 'r', 's'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'all of a group are like its centre: no chain joins what has nothing in common',
      { a: 'abcd', b: 'cdef', c: 'efgh', d: 'ghij', e: 'ijkl' },
      [['a', 'b', 'c']],
    ],
  ])('form groups: %s', (_what, words, groups) => {
    expect(matterGroups(cases(words as Record<string, string>), by)).toEqual(groups);
  });

  it('are compared within one topic and place', () => {
    const here = cases({ a: 'abcd', b: 'abcd' });
    const there = cases({ c: 'abcd' }, 'lighting', 'street-2');
    const other = cases({ d: 'abcd' }, 'noise');
    expect(matterGroups([...here, ...there, ...other], by)).toEqual([]);
  });

  it('are not made alike by words that are used in most topics', () => {
    const polite = cases({ a: 'xyzab', b: 'xyzcd', c: 'xyzef' });
    expect(matterGroups(polite, by)).toEqual([['a', 'b', 'c']]);
    const others = ['noise', 'wages', 'fees'].flatMap((topic) => cases({ [topic]: 'xyz' }, topic));
    expect(matterGroups([...polite, ...others], by)).toEqual([]);
    const lamps = cases({ a: 'xyzabc', b: 'xyzabd', c: 'xyzabe' });
    expect(matterGroups([...lamps, ...others], by)).toEqual([['a', 'b', 'c']]);
  });
});
