import { describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { DAY_MS } from './civil-day.js';
import { createZoneTime } from './zone-time.js';

const ZONES = ['Asia/Shanghai', 'UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca'];

describe('local time of a zone', () => {
  it.each(ZONES)('agrees with luxon at every hour of a year in %s, save where the clocks change', (name) => {
    const zone = createZoneTime(name);
    const odd: string[] = [];
    for (let ms = Date.UTC(2018, 11, 31); ms < Date.UTC(2020, 0, 2); ms += 3_600_000) {
      const local = DateTime.fromMillis(ms, { zone: name });
      const day = zone.dayOf(ms);
      expect(new Date(day * DAY_MS).toISOString().slice(0, 10)).toBe(local.toISODate());
      if (zone.at(day, local.hour * 60 + local.minute) !== ms) odd.push(local.toISO() ?? '');
    }
    // A repeated hour has two instants, of which one is given.
    expect(odd.length).toBeLessThanOrEqual(4);
  });

  it('reads a time that was skipped with the offset before the change', () => {
    const berlin = createZoneTime('Europe/Berlin');

    const skipped = berlin.at(Date.UTC(2019, 2, 31) / DAY_MS, 2 * 60 + 30);

    expect(new Date(skipped).toISOString()).toBe('2019-03-31T01:30:00.000Z');
  });
});
