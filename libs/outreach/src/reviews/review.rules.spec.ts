import { describe, expect, it } from '@jest/globals';
import { outcomeOf, scoresOf, shareOf, voteProblems } from './review.rules.js';

describe('the outcome of a pledge', () => {
  it.each([
    [3, 1, 1, 'kept'],
    [1, 2, 1, 'partly'],
    [1, 1, 2, 'not-kept'],
    [2, 2, 0, 'partly'],
    [2, 1, 2, 'not-kept'],
    [0, 2, 2, 'not-kept'],
    [2, 2, 2, 'not-kept'],
  ] as const)(
    'with %i kept, %i partly and %i not is %s: of two that are even, the worse',
    (kept, partly, notKept, is) => {
      expect(outcomeOf({ kept, partly, notKept })).toBe(is);
    },
  );

  it('is told with the points of all scores and their number', () => {
    expect(scoresOf([1, 0, 2, 0, 4])).toEqual({ points: 27, scores: 7 });
  });
});

describe('the share of pledges that were kept', () => {
  it('counts those that were reviewed, and is none where none was', () => {
    expect(shareOf({ kept: 2, partly: 1, notKept: 0 })).toBe(0.6667);
    expect(shareOf({ kept: 0, partly: 0, notKept: 0 })).toBeNull();
  });
});

describe('counts of votes', () => {
  const vote = { pledge: 'p', kept: 3, partly: 1, notKept: 1, grades: [0, 0, 1, 2, 2], remark: '' };

  it('fit where no more delegates voted and scored than took part, and some did', () => {
    expect(voteProblems([vote, { ...vote, kept: 1, grades: [1, 0, 0, 0, 0] }], 5)).toEqual([]);
  });

  it('do not fit where more did, or nobody', () => {
    expect(voteProblems([vote], 4)).toEqual([
      { field: 'lines.0.kept', message: '投票人数为 5，应为 1 至 4' },
      { field: 'lines.0.grades', message: '打分人数为 5，应为 1 至 4' },
    ]);
    const empty = { ...vote, kept: 0, partly: 0, notKept: 0, grades: [0, 0, 0, 0, 0] };
    expect(voteProblems([vote, empty], 5).map(({ field }) => field)).toEqual(['lines.1.kept', 'lines.1.grades']);
  });
});
