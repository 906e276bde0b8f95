import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClockDeed } from './clock-ledger.js';
import {
  extendClock,
  recomputeClock,
  resumeClock,
  returnClock,
  startClock,
  stopClock,
  suspendClock,
} from './clock-ledger.rules.js';
import { createCalendars } from './calendars.js';
import { defaultCalendars } from './default-calendars.js';
import { createWorkingCalendar } from './working-calendar.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));
const calendar = calendars.get('working-days');
const powerCut = createWorkingCalendar({
  ...calendar.definition,
  overrides: [{ date: '2019-03-06', working: false, name: '停电' }],
});

function deed(at: string, reason = '测试'): ClockDeed {
  return { at: `${at}:00.000Z`, reason, actor: 'clerk' };
}

const started = startClock(calendar, 'P3D', deed('2019-03-04T01:00', '受理'));

describe('the ledger of a clock', () => {
  it('begins with the term, its start and its end', () => {
    expect(started).toEqual({
      term: 'P3D',
      calendarId: 'working-days',
      startedAt: '2019-03-04T01:00:00.000Z',
      dueAt: '2019-03-07T09:30:00.000Z',
      provisional: false,
      state: 'running',
      entries: [
        {
          at: '2019-03-04T01:00:00.000Z',
          kind: 'start',
          reason: '受理',
          actor: 'clerk',
          dueAtBefore: null,
          dueAtAfter: '2019-03-07T09:30:00.000Z',
        },
      ],
    });
  });

  it('moves the end by the real paused working days and keeps who, why and when', () => {
    const paused = suspendClock(started, deed('2019-03-05T02:00', '等待材料'));
    const resumed = resumeClock(calendar, paused, deed('2019-03-07T02:00', '材料补齐'));

    expect(paused).toMatchObject({ state: 'paused', dueAt: started.dueAt });
    expect(resumed).toMatchObject({ state: 'running', dueAt: '2019-03-11T09:30:00.000Z' });
    expect(resumed.entries.at(-1)).toEqual({
      at: '2019-03-07T02:00:00.000Z',
      kind: 'resume',
      reason: '材料补齐',
      actor: 'clerk',
      from: '2019-03-05T02:00:00.000Z',
      to: '2019-03-07T02:00:00.000Z',
      dueAtBefore: '2019-03-07T09:30:00.000Z',
      dueAtAfter: '2019-03-11T09:30:00.000Z',
    });
  });

  it('gives an extension from the due time on', () => {
    const extended = extendClock(calendar, started, { ...deed('2019-03-07T09:00'), by: 'P10D' });

    expect(extended.dueAt).toBe('2019-03-21T09:30:00.000Z');
    expect(extended.entries.at(-1)).toMatchObject({ kind: 'extend', by: 'P10D', dueAtBefore: started.dueAt });
  });

  it('is not reset by a return', () => {
    const returned = returnClock(started, deed('2019-03-05T02:00', '不属于本单位'));

    expect(returned).toMatchObject({ dueAt: started.dueAt, startedAt: started.startedAt, state: 'running' });
    expect(returned.entries.at(-1)).toMatchObject({
      kind: 'return',
      dueAtBefore: started.dueAt,
      dueAtAfter: started.dueAt,
    });
  });

  it('is counted again under a changed calendar, and keeps both due times', () => {
    const recomputed = recomputeClock(powerCut, started, deed('2019-03-05T02:00', '日历调整'));

    expect(recomputed.dueAt).toBe('2019-03-08T09:30:00.000Z');
    expect(recomputed.entries.at(-1)).toMatchObject({
      kind: 'recompute',
      dueAtBefore: '2019-03-07T09:30:00.000Z',
      dueAtAfter: '2019-03-08T09:30:00.000Z',
    });
  });

  it('stays as it is where a changed calendar changes nothing', () => {
    const paused = suspendClock(started, deed('2019-03-05T02:00'));
    const resumed = resumeClock(calendar, paused, deed('2019-03-07T02:00'));
    const extended = extendClock(calendar, resumed, { ...deed('2019-03-07T03:00'), by: 'P2D' });

    expect(recomputeClock(calendar, extended, deed('2019-03-08T02:00'))).toBe(extended);
  });

  it('counts pauses and extensions again in their order', () => {
    const paused = suspendClock(started, deed('2019-03-05T02:00'));
    const extended = extendClock(calendar, paused, { ...deed('2019-03-05T03:00'), by: 'P2D' });
    const resumed = resumeClock(calendar, extended, deed('2019-03-07T02:00'));

    const stormDay = createWorkingCalendar({
      ...calendar.definition,
      overrides: [{ date: '2019-03-12', working: false, name: '台风' }],
    });

    const recomputed = recomputeClock(stormDay, resumed, deed('2019-03-07T03:00'));

    // Due the 7th, extended to the 11th, and two paused working days more: the 12th and 13th, or the 13th and 14th.
    expect(resumed.dueAt).toBe('2019-03-13T09:30:00.000Z');
    expect(recomputed.dueAt).toBe('2019-03-14T09:30:00.000Z');
  });

  it('loses its doubt when the notice arrives', () => {
    const doubtful = startClock(calendar, 'P3D', deed('2100-03-01T01:00'));
    const noticed = createWorkingCalendar({ ...calendar.definition, noticedYears: [2100] });

    const certain = recomputeClock(noticed, doubtful, deed('2100-03-02T01:00'));

    expect(doubtful.provisional).toBe(true);
    expect(certain).toMatchObject({ provisional: false, dueAt: doubtful.dueAt });
    expect(certain.entries).toHaveLength(2);
  });

  it('comes into doubt by an extension into days without a notice, and stays in doubt after a certain pause', () => {
    const noticed = createWorkingCalendar({ ...calendar.definition, noticedYears: [2099] });
    const certain = startClock(noticed, 'P3D', deed('2099-12-01T01:00'));
    const extended = extendClock(noticed, certain, { ...deed('2099-12-02T01:00'), by: 'P40D' });
    const paused = suspendClock(extended, deed('2099-12-02T02:00'));
    const resumed = resumeClock(noticed, paused, deed('2099-12-02T02:00'));

    expect(certain.provisional).toBe(false);
    expect(extended.provisional).toBe(true);
    expect(resumed.provisional).toBe(true);
    expect(recomputeClock(noticed, resumed, deed('2099-12-03T01:00'))).toBe(resumed);
  });

  it('never changes a ledger that it was given', () => {
    const before = JSON.stringify(started);

    stopClock(
      resumeClock(calendar, suspendClock(started, deed('2019-03-05T02:00')), deed('2019-03-07T02:00')),
      deed('2019-03-07T03:00'),
    );

    expect(JSON.stringify(started)).toBe(before);
  });

  it('is the same after suspend and resume at one instant', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars.ids),
        fc.nat(100 * 86_400),
        fc.integer({ min: 1, max: 20 }),
        (id, s, n) => {
          const any = calendars.get(id);
          const at = { ...deed('2019-01-01T00:00'), at: new Date(Date.UTC(2019, 0, 1) + s * 1000).toISOString() };
          const clock = startClock(any, `P${n}D`, at);
          const same = resumeClock(any, suspendClock(clock, at), at);
          expect({ ...same, entries: [] }).toEqual({ ...clock, entries: [] });
        },
      ),
    );
  });
});

describe('an act that a clock does not allow', () => {
  const paused = suspendClock(started, deed('2019-03-05T02:00'));
  const stopped = stopClock(started, deed('2019-03-05T02:00'));
  const later = deed('2019-03-05T03:00');

  it.each<[string, () => unknown, string]>([
    [
      'suspending twice',
      () => suspendClock(paused, later),
      'cannot suspend the clock: it is paused: expected a clock that is running',
    ],
    [
      'resuming a running clock',
      () => resumeClock(calendar, started, later),
      'it is running: expected a clock that is paused',
    ],
    ['stopping twice', () => stopClock(stopped, later), 'it is stopped: expected a clock that is running or paused'],
    ['returning a stopped clock', () => returnClock(stopped, later), 'cannot return the clock: it is stopped'],
    [
      'recomputing a stopped clock',
      () => recomputeClock(powerCut, stopped, later),
      'cannot recompute the clock: it is stopped',
    ],
    [
      'extending after the due time',
      () => extendClock(calendar, started, { ...deed('2019-03-07T09:31'), by: 'P1D' }),
      'an extension is asked for in time',
    ],
    [
      'acting before the last entry',
      () => suspendClock(started, deed('2019-03-04T00:59')),
      'expected an act that is not earlier',
    ],
    [
      'counting by another calendar',
      () => resumeClock(calendars.get('continuous'), paused, later),
      'cannot resume the clock: it counts by calendar "working-days", but "continuous" was given',
    ],
  ])('%s is refused', (_what, act, message) => {
    expect(act).toThrow(message);
  });
});
