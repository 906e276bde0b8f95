import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '@lianban/engine';
import { contactTermOf } from './contact-term.rules.js';
import { termsOf } from './term-ledger.rules.js';

const due = { key: 7, owner: 5, elementId: 'station-due', dueAt: at(12), startedAt: at(9), role: 'due' } as const;
const counted = { ...due, duration: 'P3D', calendar: 'working-days' };
const started = entry(9, 'system', [{ type: 'timer-scheduled', timer: counted }]);
const clerk = { name: '赵晓梅', opinion: '需采购灯具' };
const timer = { key: 7, owner: 5, elementId: 'station-due' };

describe('the ledger of a term', () => {
  it('begins with the rule by which it was counted', () => {
    expect(termsOf({ entries: [started] })).toMatchObject([
      {
        duration: 'P3D',
        calendarId: 'working-days',
        startedAt: at(9),
        dueAt: at(12),
        state: 'running',
        endedAt: null,
        entries: [{ act: 'started', actor: null, at: at(9), dueAt: at(12) }],
      },
    ]);
  });

  it('tells who stopped it, started it again and gave it more time, and how its end moved', () => {
    const moved = {
      type: 'timer-moved',
      ...timer,
      dueAtBefore: at(13),
      dueAt: at(15),
      reason: '延期 2 个工作日',
      by: 'P2D',
    };
    const entries = [
      started,
      entry(10, clerk, [{ type: 'timer-suspended', ...timer, at: at(10) }]),
      entry(11, 'system', [{ type: 'timer-resumed', ...timer, dueAtBefore: at(12), dueAt: at(13) }]),
      entry(12, clerk, [moved]),
    ];

    expect(termsOf({ entries })[0]?.entries.slice(1)).toEqual([
      {
        at: at(10),
        act: 'suspended',
        actor: '赵晓梅',
        reason: '需采购灯具',
        by: null,
        dueAtBefore: null,
        dueAt: at(12),
      },
      { at: at(11), act: 'resumed', actor: null, reason: null, by: null, dueAtBefore: at(12), dueAt: at(13) },
      {
        ...{ at: at(12), act: 'extended', actor: '赵晓梅', reason: '需采购灯具', by: 'P2D' },
        ...{ dueAtBefore: at(13), dueAt: at(15) },
      },
    ]);
    expect(termsOf({ entries: entries.slice(0, 2) })[0]?.state).toBe('paused');
  });

  it('is met where the task was finished, ends where it was given up, and lapses where its timer fired', () => {
    const cancelled = { type: 'timer-cancelled', ...timer };
    const finished = { type: 'element-completed', key: 5, elementId: 'station' };
    const fired = { type: 'timer-fired', ...timer, dueAt: at(12), ticks: 1, role: 'due' };

    expect(stateAfter([finished, cancelled])).toBe('met');
    expect(stateAfter([cancelled])).toBe('ended');
    expect(stateAfter([fired])).toBe('lapsed');
  });

  it('notes the warning, and no timer that is not of a term', () => {
    const warning = { ...due, key: 6, elementId: 'warning', dueAt: at(11), role: 'warning' };
    const other = { key: 8, owner: 5, elementId: 'nightly', dueAt: at(11), startedAt: at(9) };
    const entries = [
      entry(9, 'system', [
        { type: 'timer-scheduled', timer: warning },
        { type: 'timer-scheduled', timer: counted },
        { type: 'timer-scheduled', timer: other },
      ]),
      entry(11, 'system', [{ type: 'timer-fired', ...timer, key: 6, dueAt: at(11), ticks: 1, role: 'warning' }]),
    ];

    expect(termsOf({ entries })).toMatchObject([
      { warnAt: at(11), state: 'running', entries: [{ act: 'started' }, { act: 'warned', at: at(11) }] },
    ]);
  });

  it.each([
    ['runs until its end', 11, null, 'running', null, ['started']],
    ['is met by a contact in time, and stays so', 14, 10, 'met', at(10), ['started', 'met']],
    ['lapses at its end, also where the contact comes later', 14, 13, 'lapsed', at(12), ['started', 'lapsed']],
    ['lapses at its end without a contact', 13, null, 'lapsed', at(12), ['started', 'lapsed']],
  ])('of the first contact %s', (_what, now, contacted, state, endedAt, acts) => {
    const row = { duration: 'P3D', calendarId: 'working-days', unit: '工作站' };
    const contactedAt = contacted === null ? null : new Date(at(contacted));
    const term = { ...row, since: new Date(at(9)), dueAt: new Date(at(12)), contactedAt };

    const told = contactTermOf(term, new Date(at(now)));

    expect(told).toMatchObject({ state, endedAt, dueAt: at(12), entries: acts.map((act) => ({ act })) });
    expect(contactTermOf({ ...term, dueAt: null }, new Date(at(now)))).toBeUndefined();
  });

  function stateAfter(events: readonly object[]): string | undefined {
    return termsOf({ entries: [started, entry(10, clerk, events)] })[0]?.state;
  }
});

function at(day: number): string {
  return `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`;
}

function entry(day: number, actor: JournalEntry['actor'], events: readonly object[]): JournalEntry {
  return { revision: day, at: new Date(at(day)), command: { type: 'start' }, actor, events } as unknown as JournalEntry;
}
