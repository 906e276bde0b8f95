import { describe, expect, it } from '@jest/globals';
import { csvOf } from './audit-sheet.rules.js';

describe('an exported file', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', ' =1'])('holds no formula: %j', (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"'${text}"\r\n`);
  });

  it('keeps quotes, commas and line breaks inside their cell', () => {
    expect(csvOf([['说"好"', 'a,b', '一\n二']])).toBe('\uFEFF"说""好""","a,b","一\n二"\r\n');
  });
});
