import { describe, expect, it } from '@jest/globals';
import { statisticsSettingsSeed } from '../settings/statistics-settings.data.js';
import { rankingOf } from './ranking.rules.js';
import type { UnitFates } from './ranking.sql.js';

const settings = { ...statisticsSettingsSeed.ranking, fewest: 10 };

/** A street with so many cases, of which so many in time, satisfied of so many rated, solved of so many asked. */
function street(unitId: string, received: number, more: Partial<UnitFates> = {}): UnitFates {
  const none = { withdrawn: 0, closed: received, closedAtOnce: 0, returned: 0, reworked: 0 };
  const contacts = { toContact: 0, contactedInTime: 0, closedInTwo: 0 };
  const answers = { rated: 0, satisfied: 0, asked: 0, solved: 0 };
  return {
    unitId,
    unit: unitId,
    kind: 'street',
    received,
    closedInTime: received,
    ...none,
    ...contacts,
    ...answers,
    ...more,
  };
}

describe('units', () => {
  it('are ranked by the weighed mean of their rates, and share a rank with the same score', () => {
    const answers = { rated: 10, asked: 10 };
    const [group] = rankingOf(
      [
        street('a', 10, { closedInTime: 5, satisfied: 5, solved: 5, ...answers }), // 50
        street('b', 10, { satisfied: 10, solved: 5, ...answers }), // 40 + 30 + 15
        street('c', 20, { closedInTime: 10, satisfied: 5, solved: 5, ...answers }), // 50
        street('d', 10, { closedInTime: 0, satisfied: 0, solved: 1, ...answers }), // 3
      ],
      settings,
      true,
    ).groups;

    expect(group?.units.map(({ unitId, score, rank }) => [unitId, score, rank])).toEqual([
      ['b', 85, 1],
      ['a', 50, 2],
      ['c', 50, 2],
      ['d', 3, 4],
    ]);
  });

  it('are not ranked below the threshold of cases that are due to be closed', () => {
    const [group] = rankingOf([street('few', 12, { withdrawn: 3 }), street('many', 10)], settings, true).groups;
    expect(group?.units.map(({ unitId, cases, rank }) => [unitId, cases, rank])).toEqual([
      ['many', 10, 1],
      ['few', 9, null],
    ]);
  });

  it('lose nothing by what nobody answered: the other rates weigh in proportion', () => {
    const solvedHalf = street('a', 10, { closedInTime: 10, asked: 2, solved: 1 });
    const [group] = rankingOf([solvedHalf], settings, true).groups;
    expect(group?.units[0]?.score).toBe(78.57); // (40 × 1 + 30 × 0.5) ÷ 70
  });

  it('stand beside their kind only, in the order of the settings', () => {
    const department = { ...street('dept', 10), kind: 'department' } as const;
    const office = { ...street('office', 10), kind: 'office' } as const;
    const { groups } = rankingOf([department, street('a', 10), office], settings, true);
    expect(groups.map(({ kind, units }) => [kind, units.map(({ rank }) => rank)])).toEqual([
      ['street', [1]],
      ['department', [1]],
    ]);
  });

  it('keep the order of the tree, without composite and formula, where ranks are not told', () => {
    const ranking = rankingOf([street('a', 10, { closedInTime: 1 }), street('b', 10)], settings, false);
    expect(ranking).toMatchObject({ ranked: false, formula: null });
    expect(ranking.groups[0]?.units.map(({ unitId, score, rank }) => [unitId, score, rank])).toEqual([
      ['a', null, null],
      ['b', null, null],
    ]);
  });

  it('are told the formula with its weights in percent', () => {
    const weights = { satisfaction: 1, solution: 2 };
    expect(rankingOf([], { ...settings, weights }, true).formula).toContain('满意率 × 33.3% + 解决率 × 66.7%');
  });
});
