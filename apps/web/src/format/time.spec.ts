import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import dayjs from 'dayjs';
import { districtInstant, districtWritten, pickedTime } from './picked-time.js';
import { clockTime, dayText, longTime, shortTime, spokenTime } from './time.js';
import { keepTime } from './zone.js';

/** Half past eleven at night in London, which is another day in China. */
const night = '2020-11-22T23:30:00.000Z';

describe.each([
  { zone: 'Asia/Shanghai', day: '2020-11-23', clock: '07:30', written: '2020-11-23T07:30:00+08:00' },
  { zone: 'Asia/Urumqi', day: '2020-11-23', clock: '05:30', written: '2020-11-23T05:30:00+06:00' },
  { zone: 'America/New_York', day: '2020-11-22', clock: '18:30', written: '2020-11-22T18:30:00-05:00' },
])('times of a district in $zone', ({ zone, day, clock, written }) => {
  beforeAll(() => keepTime(zone));
  afterAll(() => keepTime('Asia/Shanghai'));

  it('are shown as its clocks have them', () => {
    expect([longTime(night), shortTime(night), clockTime(night)]).toEqual([
      `${day} ${clock}`,
      `${day} ${clock}`,
      clock,
    ]);
    expect(spokenTime(night)).toBe(`2020年11月${Number(day.slice(8))}日 ${clock}`);
    expect(dayText(day)).toBe(day);
  });

  it('are picked as its clocks have them, wherever the browser is', () => {
    expect(pickedTime(night).format('YYYY-MM-DD HH:mm')).toBe(`${day} ${clock}`);
    expect(districtInstant(dayjs(`${day}T${clock}`))).toBe(night);
    expect(districtWritten(dayjs(`${day}T${clock}`))).toBe(written);
  });
});

describe('a time of this year', () => {
  it('needs no year', () => {
    const year = new Date().getFullYear();

    expect(shortTime(`${year}-03-02T04:05:00.000Z`)).toBe('03-02 12:05');
  });
});
