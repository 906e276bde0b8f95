import { describe, expect, it } from '@jest/globals';
import { foreignNumbersIn, maskedForStaff, maskForAll, maskForStaff } from './personal-numbers.rules.js';

describe('personal numbers in a reply', () => {
  it.each([
    ['请联系王师傅13912345678。', ['13912345678']],
    ['请联系139 1234 5678或139-1234-5679', ['139 1234 5678', '139-1234-5679']],
    ['全角１３９１２３４５６７８也是号码', ['13912345678']],
    ['身份证44030519900101123X已登记', ['44030519900101123X']],
    ['请联系+86 139 1234 5678或8613912345679', ['+86 139 1234 5678', '8613912345679']],
    ['退款到6222 0212 3456 7890 128', ['6222 0212 3456 7890 128']],
    ['身份证 440305 19900101 123X', ['440305 19900101 123X']],
    ['请拨打我局电话0755-26881234', []],
    ['我们会打您的电话 13812345678', []],
    ['我们会打您的电话 138-1234-5678', []],
    ['我们会打您的电话 +86 13812345678', []],
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

describe('personal numbers in a text', () => {
  it.each([
    ['来电人13812345678，要求回电', '来电人138****5678，要求回电'],
    ['电话１３８ １２３４ ５６７８，谢谢', '电话138****5678，谢谢'],
    ['电话138\u200B12345678。', '电话138****5678。'],
    ['家里座机0755-26881234打不通', '家里座机075****1234打不通'],
    ['身份证44030519900101123X', '身份证44****3X'],
    ['卡号6222021234567890128', '卡号62****28'],
    ['发到wang.xm@example.com，谢谢', '发到w***@example.com，谢谢'],
    ['粤B12345占道，粤BD12345也是', '粤B****45占道，粤B****45也是'],
    ['𠮷祥街的老人13812345678摔倒', '𠮷祥街的老人138****5678摔倒'],
  ])('is masked for who may not see the resident: %s', (text, told) => {
    expect(maskForStaff(text)).toBe(told);
  });

  it.each([
    '人民路 12 号门口路灯坏了三天，已报 2 次',
    '8 号楼 2 单元 502 室漏水',
    '编号 GD20260302000123，合同 2026010500012345678901234567',
    '440305199013011237', // no such month
    '6222021234567890120', // another check digit
    '粤东西路 12345 热线，2026-03-02 09:00-12:00',
    '欠薪 1380000 元，工程 20260302 起',
  ])('stays where it is none, and where the matter is: %s', (text) => {
    expect(maskForStaff(text)).toBe(text);
  });

  it('is masked for everybody with the home, and without the fixed line of the office', () => {
    expect(
      maskForAll('为幸福里12号3栋2单元502室的王阿姨（13812345678）装扶手，电话0755-26881234，人民路12号公厕'),
    ).toBe('为幸福里**号**栋**单元**室的王阿姨（138****5678）装扶手，电话0755-26881234，人民路12号公厕');
  });

  it('is masked in every text of plain data, and no id or hash is touched', () => {
    const id = '0192f3a1-0755-4123-8138-138123456789';
    const sha256 = `ab${'13812345678c'.repeat(5)}de`;
    const data = { id, sha256, n: 13812345678, opinion: '打13812345678', list: [{ note: '无' }, null] };
    expect(maskedForStaff(data)).toEqual({ ...data, opinion: '打138****5678' });
  });

  it('is looked for in the time that a text is long, whatever stands in it', () => {
    const begin = process.cpuUsage();
    for (const text of ['1'.repeat(200_000), 'a.'.repeat(100_000), '138-'.repeat(50_000), '粤B'.repeat(100_000)])
      maskForStaff(`${text}1`);
    const { user } = process.cpuUsage(begin);
    expect(user).toBeLessThan(4_000_000);
  });
});
