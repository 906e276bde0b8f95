import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCalendars } from './calendars.js';
import { defaultCalendars } from './default-calendars.js';
import { remainingText } from './remaining-text.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));
const working = calendars.get('working-days');

/** Any second of the years with notices, also at the edges of the office day. */
const instants = fc.oneof(
  fc.integer({ min: Date.UTC(2008, 0, 1) / 1000, max: Date.UTC(2026, 8, 1) / 1000 }).map((s) => s * 1000),
  fc
    .tuple(fc.integer({ min: 14_000, max: 20_600 }), fc.constantFrom(0, 0.5, 4, 6, 9.5, 16, 23.999))
    .map(([day, hour]) => day * 86_400_000 + Math.round(hour * 3_600_000)),
);
const iso = (ms: number): string => new Date(ms).toISOString();
const days = fc.integer({ min: 1, max: 60 });
const lengths = fc.oneof(
  days.map((n) => `P${n}D`),
  fc.integer({ min: 1, max: 9_000 }).map((n) => `PT${n}M`),
);
const ids = fc.constantFrom(...calendars.ids);
const property = { numRuns: 500 };

describe('terms, whatever the dates', () => {
  it('grow with the number of days, by one working day at a time', () => {
    fc.assert(
      fc.property(instants, days, (from, n) => {
        const due = calendars.addDuration('working-days', iso(from), `P${n}D`);
        const next = calendars.addDuration('working-days', iso(from), `P${n + 1}D`);
        expect(next > due).toBe(true);
        expect(calendars.addDuration('working-days', due, 'P1D')).toBe(next);
      }),
      property,
    );
  });

  it('of days end at closing time of a working day after the day of receipt', () => {
    fc.assert(
      fc.property(instants, days, (from, n) => {
        const due = working.addDuration(iso(from), `P${n}D`).dueAt;
        const [date, time] = chinaTime(Date.parse(due)).split('T');
        expect(time).toBe('17:30:00.000Z');
        expect(working.day(date ?? '').working).toBe(true);
        expect((date ?? '') > chinaTime(from).slice(0, 10)).toBe(true);
      }),
      property,
    );
  });

  it('of days have exactly n working days from the day after receipt to the last day', () => {
    fc.assert(
      fc.property(instants, days, (from, n) => {
        const due = Date.parse(working.addDuration(iso(from), `P${n}D`).dueAt);
        expect(workingDates(from + 86_400_000, due)).toBe(n);
      }),
      property,
    );
  });

  it('do not depend on the hour of receipt, only on the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14_000, max: 20_600 }), days, fc.nat(86_399), (day, n, second) => {
        const midnight = day * 86_400_000 - 8 * 3_600_000;
        expect(working.addDuration(iso(midnight + second * 1000), `P${n}D`)).toEqual(
          working.addDuration(iso(midnight), `P${n}D`),
        );
      }),
      property,
    );
  });

  it('never end before they start and grow with the start, in every calendar', () => {
    fc.assert(
      fc.property(ids, instants, fc.nat(10 * 86_400_000), lengths, (id, from, later, length) => {
        const due = calendars.addDuration(id, iso(from), length);
        expect(due > iso(from)).toBe(true);
        expect(calendars.addDuration(id, iso(from + later), length) >= due).toBe(true);
      }),
      property,
    );
  });

  it('of hours add up', () => {
    fc.assert(
      fc.property(
        ids,
        instants,
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 1, max: 3_000 }),
        (id, from, a, b) => {
          const first = calendars.addDuration(id, iso(from), `PT${a}M`);
          expect(calendars.addDuration(id, first, `PT${b}M`)).toBe(calendars.addDuration(id, iso(from), `PT${a + b}M`));
        },
      ),
      property,
    );
  });
});

describe('pauses, whatever the dates', () => {
  it('of no length move nothing', () => {
    fc.assert(
      fc.property(ids, instants, lengths, fc.double({ min: 0, max: 1, noNaN: true }), (id, from, length, share) => {
        const due = calendars.addDuration(id, iso(from), length);
        const at = iso(Math.round(from + (Date.parse(due) - from) * share));
        expect(calendars.addPause(id, due, length, at, at)).toBe(due);
      }),
      property,
    );
  });

  it('move a term of days by exactly the working days that closed in them', () => {
    fc.assert(
      fc.property(instants, days, fc.nat(40 * 86_400_000), (from, n, length) => {
        const due = working.addDuration(iso(from), `P${n}D`).dueAt;
        const moved = working.addPause(due, `P${n}D`, iso(from), iso(from + length)).dueAt;
        const closed = workingDates(from, from + length, 17.5);
        expect(moved).toBe(closed === 0 ? due : working.addDuration(due, `P${closed}D`).dueAt);
      }),
      property,
    );
  });

  it('in two parts move as far as in one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('working-days', 'continuous'),
        instants,
        lengths,
        fc.nat(9 * 86_400_000),
        fc.nat(9 * 86_400_000),
        (id, from, length, a, b) => {
          const due = calendars.addDuration(id, iso(from), length);
          const once = calendars.addPause(id, due, length, iso(from), iso(from + a + b));
          const half = calendars.addPause(id, due, length, iso(from), iso(from + a));
          expect(calendars.addPause(id, half, length, iso(from + a), iso(from + a + b))).toBe(once);
        },
      ),
      property,
    );
  });

  it('keep what was left of the working hours', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 60, max: 6_000 }), fc.nat(9 * 86_400_000), (from, minutes, length) => {
        const term = `PT${minutes}M`;
        const due = working.addDuration(iso(from), term).dueAt;
        const moved = working.addPause(due, term, iso(from), iso(from + length)).dueAt;
        expect(moved).toBe(working.addDuration(iso(from + length), term).dueAt);
      }),
      property,
    );
  });
});

describe('what is left, whatever the dates', () => {
  it('is as many working days as the term had, on the day of receipt', () => {
    fc.assert(
      fc.property(instants, days, (from, n) => {
        const due = working.addDuration(iso(from), `P${n}D`).dueAt;
        expect(remainingText(working.remaining(iso(from), due))).toBe(`剩 ${n} 个工作日`);
      }),
      property,
    );
  });

  it('never grows while time passes', () => {
    fc.assert(
      fc.property(
        ids,
        instants,
        lengths,
        fc.nat(20 * 86_400_000),
        fc.nat(86_400_000),
        (id, from, length, later, step) => {
          const due = calendars.addDuration(id, iso(from), length);
          const calendar = calendars.get(id);
          const before = rank(calendar.remaining(iso(from + later), due));
          const after = rank(calendar.remaining(iso(from + later + step), due));
          expect(after).toBeLessThanOrEqual(before);
        },
      ),
      property,
    );
  });
});

function rank({ overdue, workingDays, hours, minutes }: ReturnType<typeof working.remaining>): number {
  return (overdue ? -1 : 1) * (workingDays * 1_000_000 + hours * 60 + minutes);
}

function chinaTime(ms: number): string {
  return new Date(ms + 8 * 3_600_000).toISOString();
}

/** Working days between two instants by plain search: by date, or by the closing hour where one is given. */
function workingDates(from: number, to: number, closingHour?: number): number {
  let found = 0;
  for (let day = Math.floor((from + 8 * 3_600_000) / 86_400_000); ; day++) {
    const midnight = day * 86_400_000 - 8 * 3_600_000;
    const closing = midnight + (closingHour ?? 0) * 3_600_000;
    if (midnight > to) return found;
    const inside = closingHour === undefined || (closing > from && closing <= to);
    if (inside && working.day(new Date(day * 86_400_000).toISOString().slice(0, 10)).working) found++;
  }
}
