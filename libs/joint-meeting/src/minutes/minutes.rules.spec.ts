import { describe, expect, it } from '@jest/globals';
import { minutesTemplateSchema } from './minutes-template.js';
import { filled, unknownPlaceholders } from './minutes.rules.js';

const facts = {
  title: '三月联席会',
  time: '2026年3月5日',
  place: '三楼',
  calledBy: '郑海涛',
  invited: '5',
  present: '4',
  topics: '3',
  decided: '2',
  leads: '城市管理局',
};

describe('the wording of minutes', () => {
  it('has the facts of the meeting in place of what it names in braces', () => {
    expect(filled('{time}在{place}召开{title}，到会 {present}/{invited}。', facts)).toBe(
      '2026年3月5日在三楼召开三月联席会，到会 4/5。',
    );
  });

  it('never takes a fact for a placeholder', () => {
    expect(filled('{title}', { ...facts, title: '{place}' })).toBe('{place}');
  });

  it('names only what is known', () => {
    expect(unknownPlaceholders('{title}{secret}{}')).toEqual(['{secret}', '{}']);
    const refused = minutesTemplateSchema.safeParse({ title: '纪要', preamble: '{place}{chair}', closing: '' });
    expect(refused.error?.issues).toMatchObject([
      { path: ['preamble'], message: expect.stringContaining('{chair} 不存在') },
    ]);
    expect(minutesTemplateSchema.safeParse({ title: ' ', preamble: '', closing: '' }).success).toBe(false);
    expect(minutesTemplateSchema.safeParse({ title: '纪要', preamble: '', closing: '{leads}' }).success).toBe(true);
  });
});
