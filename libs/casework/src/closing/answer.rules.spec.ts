import { describe, expect, it } from '@jest/globals';
import { foreignNumbersIn } from './answer.rules.js';

describe('personal numbers in a reply', () => {
  it.each([
    ['请联系王师傅13912345678。', ['13912345678']],
    ['请联系139 1234 5678或139-1234-5679', ['139 1234 5678', '139-1234-5679']],
    ['全角１３９１２３４５６７８也是号码', ['13912345678']],
    ['身份证44030519900101123X已登记', ['44030519900101123X']],
    ['请拨打我局电话0755-26881234', []],
    ['我们会打您的电话 13812345678', []],
    ['我们会打您的电话 138-1234-5678', []],
    ['已于2026年1月5日修复路灯12盏，费用1200000元', []],
    ['单号2026010500012345678901234567', []],
    ['请拨打12345热线', []],
  ])('%s', (reply, found) => {
    expect(foreignNumbersIn(reply, '138 1234 5678')).toEqual(found);
  });

  it('takes every number for that of others where the resident gave none', () => {
    expect(foreignNumbersIn('13812345678', null)).toEqual(['13812345678']);
  });
});
