import { expect, it } from '@jest/globals';
import { dutyProblems, maskedMediation, withoutNames } from './mediation.rules.js';

it('names of the parties are masked wherever a text has them, the longer name first', () => {
  expect(withoutNames('王大明赔偿王大，王大签字', ['王大', '王大明'])).toBe('王**赔偿王**，王**签字');
  expect(withoutNames('王先生同意', ['王'])).toBe('王先生同意');
});

it('a mediation shows no name in full', () => {
  const kept = {
    group: '向阳社区人民调解委员会',
    parties: ['王大明', '李建国'],
    agreement: '李建国拆除雨棚，王大明不再追究',
    duties: [{ party: 1, what: '李建国拆除雨棚', by: '2026-03-31' }],
    paper: null,
  };
  expect(JSON.stringify(maskedMediation(kept))).not.toMatch(/王大明|李建国/u);
});

it('a party that is none, and a day that is over, are named by their place', () => {
  const duties = [
    { party: 1, what: '拆除', by: '2026-03-02' },
    { party: 2, what: '付款', by: '2026-03-01' },
  ];
  expect(dutyProblems(duties, 2, '2026-03-02').map(({ field }) => field)).toEqual(['duties.1.party', 'duties.1.by']);
});
