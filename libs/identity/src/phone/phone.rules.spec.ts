import { describe, expect, it } from '@jest/globals';
import { isPhone, parsePhone } from './phone.rules.js';

describe('phone rules', () => {
  it.each([
    ['13812345678', 'mobile', '13812345678'],
    ['138 1234 5678', 'mobile', '13812345678'],
    ['+86 138-1234-5678', 'mobile', '13812345678'],
    ['008613812345678', 'mobile', '13812345678'],
    ['１９９１２３４５６７８', 'mobile', '19912345678'],
    ['010-62345678', 'landline', '01062345678'],
    ['(0755) 2688 1234', 'landline', '075526881234'],
    ['（0735）2234567', 'landline', '07352234567'],
    ['+86 755 2688 1234', 'landline', '075526881234'],
  ])('understands "%s" as a %s', (text, kind, number) => {
    expect(parsePhone(text)).toEqual({ kind, number });
  });

  it.each([
    '',
    '12345',
    '1381234567',
    '138123456789',
    '12812345678',
    '26881234',
    '0110-2345678',
    '0755-1234567',
    'abc',
    '138-1234-567x',
  ])('does not take "%s" for a phone number', (text) => {
    expect(isPhone(text)).toBe(false);
  });
});
