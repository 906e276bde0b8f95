import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planImport, type KnownCategory } from './category-import.rules.js';

const known: readonly KnownCategory[] = [
  { code: 'urban', name: '城乡建设', parent: null },
  { code: 'urban.1', name: '道路', parent: 'urban' },
];

describe('a table of topics', () => {
  it('finds what is there by its names, and makes what is missing below it', () => {
    const { fates, created } = planImport(known, [
      ['城乡建设', '道路'],
      ['城乡建设', '照明', '路灯'],
      ['城乡建设', '照明', '路灯'],
      ['交通', '', ''],
    ]);
    expect(fates.map(({ fate, code }) => [fate, code])).toEqual([
      ['known', 'urban.1'],
      ['created', 'urban.2.1'],
      ['known', 'urban.2.1'],
      ['created', 't2'],
    ]);
    expect(created).toEqual([
      { code: 'urban.2', name: '照明', parent: 'urban', position: 1 },
      { code: 'urban.2.1', name: '路灯', parent: 'urban.2', position: 0 },
      { code: 't2', name: '交通', parent: null, position: 1 },
    ]);
  });

  it.each([
    [['', ''], '空行'],
    [['城乡建设', '', '路灯'], '第 2 级没有名称'],
    [['城乡建设', '长'.repeat(51)], '第 2 级名称超过 50 字'],
  ])('refuses the line %j and goes on', (row, reason) => {
    const { fates } = planImport(known, [row, ['城乡建设']]);
    expect(fates).toMatchObject([
      { line: 1, fate: 'refused', reason },
      { line: 2, fate: 'known' },
    ]);
  });

  it('made twice is made once, whatever is in it: no code twice, parents before children', () => {
    const name = fc.constantFrom('甲', '乙', '丙', ' 甲 ', '');
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 4 }), { maxLength: 30 }), (rows) => {
        const first = planImport(known, rows);
        const all = [...known, ...first.created];
        expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
        first.created.forEach(({ parent }, index) => {
          const before = [...known, ...first.created.slice(0, index)].map(({ code }) => code);
          expect(parent === null || before.includes(parent)).toBe(true);
        });
        expect(planImport(all, rows).created).toEqual([]);
      }),
    );
  });
});
