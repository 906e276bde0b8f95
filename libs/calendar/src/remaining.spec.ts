import { describe, expect, it } from '@jest/globals';
import { createCalendars } from './calendars.js';
import { defaultCalendars } from './default-calendars.js';
import { remainingText } from './remaining-text.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));

function textOf(id: string, now: string, dueAt: string): string {
  return remainingText(calendars.get(id).remaining(`${now}+08:00`, `${dueAt}+08:00`));
}

describe('what is left of a term', () => {
  it.each([
    ['on the day of receipt', '2019-03-04T09:00:00', '2019-03-07T17:30:00', '剩 3 个工作日'],
    ['a day later', '2019-03-05T17:00:00', '2019-03-07T17:30:00', '剩 2 个工作日'],
    ['over a weekend', '2019-03-08T09:00:00', '2019-03-12T17:30:00', '剩 2 个工作日'],
    ['on the evening before the last day', '2019-03-06T22:00:00', '2019-03-07T17:30:00', '剩 1 个工作日'],
    ['before opening on the last day, in office hours', '2019-03-07T07:00:00', '2019-03-07T17:30:00', '剩 7 小时'],
    ['on the last afternoon', '2019-03-07T14:30:00', '2019-03-07T17:30:00', '剩 3 小时'],
    ['in the last hour', '2019-03-07T17:10:00', '2019-03-07T17:30:00', '剩 20 分钟'],
    ['in the last minute', '2019-03-07T17:29:30', '2019-03-07T17:30:00', '剩不足 1 分钟'],
    ['at the very end', '2019-03-07T17:30:00', '2019-03-07T17:30:00', '剩不足 1 分钟'],
    ['hours that end on Monday morning', '2019-03-08T16:30:00', '2019-03-11T09:30:00', '剩 2 小时'],
    ['hours that span a whole working day', '2019-03-08T16:30:00', '2019-03-12T09:30:00', '剩 1 个工作日'],
  ])('%s: at %s for %s it is %s', (_when, now, dueAt, text) => {
    expect(textOf('working-days', now, dueAt)).toBe(text);
  });
});

describe('how far a term is overdue', () => {
  it.each([
    ['at once', '2019-03-07T17:30:01', '超期不足 1 分钟'],
    ['some minutes', '2019-03-07T17:50:00', '超期 20 分钟'],
    ['in the evening', '2019-03-07T20:30:00', '超期 3 小时'],
    ['next morning, by the wall clock', '2019-03-08T09:30:00', '超期 16 小时'],
    ['after a working day', '2019-03-08T17:30:00', '超期 1 个工作日'],
    ['over the weekend', '2019-03-10T12:00:00', '超期 1 个工作日'],
    ['after two working days', '2019-03-11T18:00:00', '超期 2 个工作日'],
  ])('%s: at %s it is %s', (_when, now, text) => {
    expect(textOf('working-days', now, '2019-03-07T17:30:00')).toBe(text);
  });

  it('tells the engine the same in numbers', () => {
    expect(calendars.get('working-days').remaining('2019-03-07T20:45:00+08:00', '2019-03-07T17:30:00+08:00')).toEqual({
      overdue: true,
      workingDays: 0,
      hours: 3,
      minutes: 15,
      dayUnit: 'working-day',
    });
  });
});

describe('days of other calendars', () => {
  it.each([
    ['natural-days', '2019-03-04T09:00:00', '2019-03-11T17:30:00', '剩 7 天'],
    ['natural-days', '2019-03-11T12:30:00', '2019-03-11T17:30:00', '剩 5 小时'],
    ['natural-days', '2019-03-12T17:30:00', '2019-03-11T17:30:00', '超期 1 天'],
    ['continuous', '2019-03-04T09:00:00', '2019-03-05T09:00:00', '剩 1 天'],
    ['continuous', '2019-03-04T10:00:00', '2019-03-05T09:00:00', '剩 23 小时'],
  ])('%s at %s for %s: %s', (id, now, dueAt, text) => {
    expect(textOf(id, now, dueAt)).toBe(text);
  });
});
