import { expect, it } from '@jest/globals';
import { historicCountsOf } from './historic-counts.rules.js';

const ages = [
  { code: 'old', name: '5 年以上', years: 5 },
  { code: 'young', name: '1 年以上', years: 1 },
];

it('open cases are counted for each unit by how long their matters have stood, the youngest first', () => {
  const street = { unitId: 'street-1', unit: '河东街道党工委' };
  const counts = [
    { ...street, since: '2026-01-05', count: 1 },
    { ...street, since: '2021-03-02', count: 2 },
    { ...street, since: '2021-03-03', count: 1 },
    { unitId: 'dept-housing', unit: '住房局', since: '1998', count: 3 },
  ];

  expect(historicCountsOf(ages, counts, '2026-03-02')).toEqual({
    ages: [
      { code: 'young', name: '1 年以上' },
      { code: 'old', name: '5 年以上' },
    ],
    units: [
      { ...street, total: 4, counts: [2, 2] },
      { unitId: 'dept-housing', unit: '住房局', total: 3, counts: [0, 3] },
    ],
  });
});
