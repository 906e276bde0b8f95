import { describe, expect, it } from '@jest/globals';
import { fillTemplate, unknownPlaceholders } from './template.rules.js';

describe('a template', () => {
  it('says what its placeholders stand for, and nothing where there is nothing to say', () => {
    expect(fillTemplate('{code}“{title}”：{step}（{unit}）', { code: 'LB1', title: '{step}', unit: '东门' })).toBe(
      'LB1“{step}”：（东门）',
    );
  });

  it.each([
    ['{code} {title}', []],
    ['{code} {Code} {phone} {phone}', ['{Code}', '{phone}']],
    ['{code', ['{']],
    ['code}', ['}']],
    ['{}', ['{}']],
    ['{{code}}', ['{', '}']],
    ['{ code }', ['{ code }']],
  ])('of "%s" is refused for %j', (text, unknown) => {
    expect(unknownPlaceholders(text, ['code', 'title'])).toEqual(unknown);
  });
});
