import { describe, expect, it } from '@jest/globals';
import { offerProblem, offerTerm, tellsPerson } from './mutual-aid.rules.js';

const plain = { complains: false, recusals: false, kindOpen: true, residentName: '王大明' };

describe('what volunteers may be offered', () => {
  it('is no complaint, no case with a conflict of interest, and no kind that is closed to them', () => {
    expect(offerProblem(plain)).toBeUndefined();
    expect(offerProblem({ ...plain, kindOpen: false })).toBe('kind');
    expect(offerProblem({ ...plain, recusals: true })).toBe('conflict');
    expect(offerProblem({ ...plain, complains: true, recusals: true, kindOpen: false })).toBe('complaint');
  });

  it.each([
    ['厨房水管漏水，需上门更换', '王大明', false],
    ['给王大明修水管', '王大明', true],
    ['给王大明修水管', null, false],
    ['请打 138 0000 0001', null, true],
    ['证件 110101199003070011', null, true],
    ['3 号楼 2 单元', '王', false],
  ])('“%s” names the resident %s: %s', (note, name, tells) => {
    expect(tellsPerson(note, name)).toBe(tells);
  });

  it('has a term in working hours or days, or that of the diagram', () => {
    expect(offerTerm({ amount: 4, unit: 'hours' })).toBe('PT4H');
    expect(offerTerm({ amount: 2, unit: 'days' })).toBe('P2D');
    expect(offerTerm(undefined)).toBeNull();
  });
});
