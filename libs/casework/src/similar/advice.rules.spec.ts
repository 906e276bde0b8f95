import { describe, expect, it } from '@jest/globals';
import { adviceOf, type Neighbour } from './advice.rules.js';

function near(categoryCode: string, score: number, readable = true): Neighbour {
  const [topCode = ''] = categoryCode.split('.');
  const id = `${categoryCode}-${score}`;
  return { id, code: id, title: id, categoryCode, categoryName: categoryCode, topCode, score, readable };
}

describe('advice on a category', () => {
  it('adds up what speaks for each topic, the near far more than the distant, and names its heaviest category', () => {
    const advice = adviceOf([
      near('urban.road', 3),
      near('traffic.bus', 3),
      near('traffic.parking', 2.5),
      near('traffic.bus', 1),
    ]);

    expect(advice).toMatchObject([
      { code: 'traffic.bus', share: 0.64 },
      { code: 'urban.road', share: 0.36 },
    ]);
  });

  it('gives the nearest cases that the asker may read as reasons, three at most', () => {
    const cases = [near('a.b', 9, false), near('a.c', 8), near('a.b', 7), near('a.b', 6), near('a.b', 5)];
    const [advice] = adviceOf(cases);

    expect(advice?.because.map(({ id }) => id)).toEqual(['a.c-8', 'a.b-7', 'a.b-6']);
  });

  it('names three topics at most, and none where nothing is near', () => {
    expect(adviceOf([near('a', 4), near('b', 3), near('c', 2), near('d', 1)]).map(({ code }) => code)).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(adviceOf([])).toEqual([]);
  });
});
