import { describe, expect, it } from '@jest/globals';
import { readLines } from './table-lines.rules.js';

const columns = [
  { head: '编码', must: true },
  { head: '名称', must: true },
  { head: '电话', must: false },
];

describe('the lines of a table', () => {
  it('are read by their heads, in whatever order, below notes, without empty rows', () => {
    const rows = [['填表说明'], ['名称', ' 编码 ', '别的'], [' 甲 ', 'a', 'x'], ['', '', 'y'], ['乙', 'b']];
    expect(readLines({ columns }, rows)).toEqual({
      lines: [
        { number: 3, line: { 编码: 'a', 名称: '甲', 电话: '' } },
        { number: 5, line: { 编码: 'b', 名称: '乙', 电话: '' } },
      ],
    });
  });

  it.each([
    [[['说明'], ['编码', '电话']], ['名称']],
    [[['a', 'b']], ['编码', '名称']],
    [
      [[], [], [], [], [], ['编码', '名称']],
      ['编码', '名称'],
    ],
  ])('are not read where heads are missing: %j', (rows, missing) => {
    expect(readLines({ columns }, rows)).toEqual({ missing });
  });
});
