import { describe, expect, it } from '@jest/globals';
import { decisionsOf } from './decision-rows.js';

describe('the days of a notice in a table', () => {
  it('are read in the order of the calendar, whichever way days are written', () => {
    const { decisions } = decisionsOf([
      ['2027年1月3日', '上班', '元旦调休'],
      ['2027-01-01', '休', '元旦'],
      ['2027/1/2', '放假', '元旦'],
      ['2027.10.10', ' 班 '],
    ]);
    expect(decisions).toEqual([
      { date: '2027-01-01', working: false, name: '元旦' },
      { date: '2027-01-02', working: false, name: '元旦' },
      { date: '2027-01-03', working: true, name: '元旦调休' },
      { date: '2027-10-10', working: true, name: '' },
    ]);
  });

  it('tell which lines are not understood, and count the later of two lines of a day', () => {
    const { decisions, unread } = decisionsOf([
      ['日期', '安排', '事由'],
      ['2027-02-30', '休'],
      ['2027-02-01', '半天'],
      ['2027-02-02', '休', '先'],
      ['2027-02-02', '班', '后'],
    ]);
    expect(decisions).toEqual([{ date: '2027-02-02', working: true, name: '后' }]);
    expect(unread.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});
