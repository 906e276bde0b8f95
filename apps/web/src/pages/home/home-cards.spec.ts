import { describe, expect, it } from '@jest/globals';
import { sectionsOf } from './home-cards.js';

const nothing = { today: 0, soonest: null };

describe('the cards of the home page', () => {
  it('stand under the heading to which they belong, without headings for which there are none', () => {
    const sections = sectionsOf([
      { id: 'todo', count: 3, ...nothing },
      { id: 'late', count: 0, ...nothing },
    ]);

    expect(sections.map(({ section, cards }) => [section, cards.map(({ id }) => id)])).toEqual([
      ['work', ['todo']],
      ['district', ['late']],
    ]);
  });

  it('say what came today and when the first runs out', () => {
    const card = { id: 'todo', count: 3, today: 2, soonest: '2020-03-05T09:30:00.000Z' } as const;

    expect(sectionsOf([card])[0]?.cards[0]?.note).toBe('今日新增 2，最早 2020-03-05 17:30 到期');
  });

  it('of meetings and supervision are there only while there is something', () => {
    const sections = sectionsOf([
      { id: 'orders', count: 0, ...nothing },
      { id: 'meetings', count: 1, ...nothing },
    ]);

    expect(sections.map(({ cards }) => cards.map(({ id }) => id))).toEqual([['meetings']]);
    expect(sectionsOf([{ id: 'orders', count: 0, ...nothing }])).toEqual([{ section: 'affairs', cards: [] }]);
  });

  it('say so where there is nothing', () => {
    const card = { id: 'soon', count: 0, ...nothing } as const;

    expect(sectionsOf([card])[0]?.cards[0]?.note).toBe('没有');
  });
});
