import { describe, expect, it } from '@jest/globals';
import { liveStepsOf, liveValuesOf } from './live-steps.rules.js';

const view = {
  waiting: [
    { elementId: 'a', waiting: 2, overdue: 1, incidents: 0 },
    { elementId: 'b', waiting: 5, overdue: 0, incidents: 1 },
  ],
  times: {
    ...{ calendar: '工作日', cut: false },
    items: [
      { elementId: 'a', count: 3, lapsed: 1, median: 4.5, p90: 9 },
      { elementId: 'c', count: 7, lapsed: 0, median: 1, p90: null },
    ],
  },
};

describe('the steps of a running workflow', () => {
  it('join what waits now with how long it took, the fullest first', () => {
    const steps = liveStepsOf(view);

    expect(steps.map(({ elementId }) => elementId)).toEqual(['b', 'a', 'c']);
    expect(steps[1]).toEqual({
      ...{ elementId: 'a', waiting: 2, overdue: 1, incidents: 0, count: 3, lapsed: 1, median: 4.5, p90: 9 },
    });
  });

  it('give values of one kind, none where nothing is known', () => {
    expect(liveValuesOf(liveStepsOf(view), 'p90')).toEqual(new Map([['b', 0], ['a', 9], ['c', 0]])); // prettier-ignore
  });
});
