import { describe, expect, it } from '@jest/globals';
import { linesOf } from './pdf-lines.rules.js';

describe('lines of a text', () => {
  it('break between any two Chinese characters', () => {
    expect(broken('牵头单位应当按期办结', 4)).toEqual(['牵头单位', '应当按期', '办结']);
  });

  it('begin with no closing mark and end with no opening one', () => {
    expect(broken('应当办结，逾期的督办。', 4)).toEqual(['应当办', '结，逾期', '的督办。']);
    expect(broken('会议定名（三月）召开', 5)).toEqual(['会议定名', '（三月）召', '开']);
    expect(broken('会议“三月例会”召开', 3)).toEqual(['会议', '“三月', '例会”', '召开']);
  });

  it('keep words and numbers whole, and drop the space where they break', () => {
    expect(broken('编号 LB20260302-000001 的诉求', 18)).toEqual(['编号 ', 'LB20260302-000001 ', '的诉求']);
  });

  it('break a word that is longer than a line anywhere', () => {
    expect(broken('ABCDEFGH', 3)).toEqual(['ABC', 'DEF', 'GH']);
  });

  it('leave room at the beginning of the first one', () => {
    expect(broken('牵头单位应当', 4, 2)).toEqual(['牵头', '单位应当']);
  });

  it('keep the form of each run', () => {
    const runs = [
      { text: '时间：', form: 'bold' },
      { text: '三月五日下午', form: 'plain' },
    ];
    const lines = linesOf(runs, ({ text }) => [...text].length, { width: 5 });
    expect(lines.map((line) => line.map(({ text, form }) => `${form} ${text}`))).toEqual([
      ['bold 时', 'bold 间：', 'plain 三', 'plain 月'],
      ['plain 五', 'plain 日', 'plain 下', 'plain 午'],
    ]);
  });

  /** Lines of a text in which every character is one wide. */
  function broken(text: string, width: number, indent = 0): string[] {
    const lines = linesOf([{ text, form: 'plain' }], (run) => [...run.text].length, { width, indent });
    return lines.map((line) => line.map((run) => run.text).join(''));
  }
});
