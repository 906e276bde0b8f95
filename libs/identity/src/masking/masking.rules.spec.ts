import { describe, expect, it } from '@jest/globals';
import { maskName, maskPhone } from './masking.rules.js';

describe('masking rules', () => {
  it.each([
    ['王小明', '王**'],
    ['王明', '王**'],
    [' 欧阳娜娜 ', '欧**'],
    ['𠮷野', '𠮷**'],
    ['UU008142', 'U**'],
    ['', ''],
  ])('masks the name "%s" as "%s"', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['13812345678', '138****5678'],
    ['138-1234-5678', '138****5678'],
    ['0755-26881234', '075****1234'],
    ['2688123', '****23'],
    ['', ''],
  ])('masks the phone "%s" as "%s"', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
