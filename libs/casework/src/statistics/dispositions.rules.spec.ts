import { expect, it } from '@jest/globals';
import { dispositionsOf } from './dispositions.rules.js';

const kinds = [
  { code: 'by-law', name: '依法按政策解决' },
  { code: 'explain', name: '解释说明' },
];

function count(of: 'topic' | 'unit', code: string, disposition: string, n: number) {
  return { of, code, name: code, disposition, count: n } as const;
}

it('dispositions become one row for each topic and unit, with a count for every kind', () => {
  const counts = [
    count('topic', 'b', 'explain', 1),
    count('topic', 'a', 'by-law', 2),
    count('topic', 'a', 'explain', 3),
  ];
  const units = [count('unit', 'x', 'explain', 1), count('unit', 'y', 'by-law', 5)];

  expect(dispositionsOf(kinds, [...counts, ...units])).toEqual({
    kinds,
    topics: [
      { code: 'a', name: 'a', total: 5, counts: [2, 3] },
      { code: 'b', name: 'b', total: 1, counts: [0, 1] },
    ],
    units: [
      { code: 'x', name: 'x', total: 1, counts: [0, 1] },
      { code: 'y', name: 'y', total: 5, counts: [5, 0] },
    ],
  });
});

it('cases that were closed without an answer are counted as such', () => {
  const { kinds: told, topics } = dispositionsOf(kinds, [count('topic', 'a', '', 2)]);
  expect(told.map(({ name }) => name)).toEqual(['依法按政策解决', '解释说明', '未填写']);
  expect(topics).toEqual([{ code: 'a', name: 'a', total: 2, counts: [0, 0, 2] }]);
});
