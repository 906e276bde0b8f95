import { describe, expect, it } from '@jest/globals';
import { caseCode, durationText, localDay, queryCode } from './case.rules.js';
import { queryTerms, searchTerms } from './search.rules.js';

describe('case rules', () => {
  it('counts the day in the time zone of the installation', () => {
    expect(localDay(new Date('2026-11-22T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-23');
    expect(localDay(new Date('2026-11-22T15:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-22');
  });

  it('writes a code with the day and a six-digit number', () => {
    expect(caseCode('2026-11-23', 123)).toBe('LB20261123-000123');
    expect(caseCode('2026-11-23', 1_234_567)).toBe('LB20261123-1234567');
  });

  it('keeps leading zeros of a query code', () => {
    expect(queryCode(() => 42)).toBe('00000042');
    expect(queryCode((limit) => limit - 1)).toBe('99999999');
  });

  it.each([
    ['2026-11-23T00:00:30Z', '不足 1 分钟'],
    ['2026-11-23T00:25:00Z', '25 分钟'],
    ['2026-11-23T02:00:00Z', '2 小时'],
    ['2026-11-26T04:10:00Z', '3 天 4 小时'],
    ['2026-11-22T00:00:00Z', '不足 1 分钟'],
  ])('tells the time until %s as "%s"', (to, text) => {
    expect(durationText(new Date('2026-11-23T00:00:00Z'), new Date(to))).toBe(text);
  });
});

describe('search rules', () => {
  const terms = searchTerms({ code: 'LB20261123-000123', title: '路灯 不亮', text: '小区门口\n漆黑', address: null });

  it.each(['路灯', '灯不', '不亮', '门口', '漆黑', 'lb2026', '000123', '灯'])('finds "%s" among its terms', (query) => {
    const wanted = queryTerms(query);

    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((term) => !terms.includes(term))).toEqual([]);
  });

  it('has no terms for a blank query', () => {
    expect(queryTerms('  ')).toEqual([]);
  });
});
