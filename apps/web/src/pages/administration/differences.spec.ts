import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('the history of an entry', () => {
  it('tells what was changed, in the words of the screen, and nothing else', () => {
    const before = { name: '诉讼', position: 3, active: true, values: { capDays: 30, times: 1, followUp: null } };
    const after = {
      name: '诉讼、仲裁',
      position: 3,
      active: false,
      values: { capDays: 60, times: 1, followUp: 'policy' },
    };
    expect(differences(before, after)).toEqual([
      '名称：诉讼 → 诉讼、仲裁',
      '在用：是 → 否',
      '最长天数：30 → 60',
      '后续环节：无 → 制度完善',
    ]);
    expect(differences(after, after)).toEqual([]);
  });

  it('tells all of what was added', () => {
    expect(differences({}, { body: '{code}' })).toEqual(['正文：（空） → {code}']);
  });
});
