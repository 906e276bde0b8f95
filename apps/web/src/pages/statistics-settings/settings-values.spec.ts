import { expect, it } from '@jest/globals';
import { canWeigh, changeOf, valuesOf } from './settings-values.js';

const settings = {
  calendar: 'working-days',
  ranking: { shown: true, kinds: ['street' as const], weights: { solution: 30 }, fewest: 10 },
  weakTopics: { fewest: 10 },
  signing: { days: 1 },
  hotMatters: { days: 30, fewest: 3, likeness: 0.29 },
};

it('settings come out of the form as they went in, with a weight for every rate', () => {
  const values = valuesOf(settings);
  expect(values.hotMatters.percent).toBe(29);
  expect(values.ranking.weights).toMatchObject({ solution: 30, satisfaction: 0 });
  expect(changeOf({ ...values, note: '会议决定' }, 7)).toEqual({
    version: 7,
    value: { ...settings, ranking: { ...settings.ranking, weights: values.ranking.weights } },
    note: '会议决定',
  });
});

it('weights that are all nothing make no composite', () => {
  const values = valuesOf({ ...settings, ranking: { ...settings.ranking, weights: { solution: 0 } } });
  expect(canWeigh(values)).toBe(false);
  expect(canWeigh(valuesOf(settings))).toBe(true);
});
