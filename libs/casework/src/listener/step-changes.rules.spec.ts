import { describe, expect, it } from '@jest/globals';
import type { StepRecord } from '@lianban/engine';
import type { Step } from '../tasks/step.js';
import { changedTerms, endedSteps, lapsedScopes, openedTasks, overdueSteps } from './step-changes.rules.js';

const at = new Date('2026-03-05T09:30:00.000Z');
const step = {
  instanceId: 'instance',
  key: 3,
  name: '工作站办理',
  dueEvent: 'due',
  warnEvent: 'warning',
  termKey: 3,
  dueAt: at,
  warnAt: null,
} as Step;

describe('step changes', () => {
  it('tells the yellow light from the end of a term that come at the same instant', () => {
    const dueAt = at.toISOString();
    const timers = {
      5: { key: 5, owner: 3, elementId: 'warning', role: 'warning', dueAt, startedAt: dueAt },
      6: { key: 6, owner: 3, elementId: 'due', role: 'due', dueAt, startedAt: dueAt, calendar: 'working-days' },
    };
    const task = { name: '协办', warnAt: dueAt, dueAt };
    const event = { type: 'user-task-created', key: 3, elementId: 'assist-handle', task };
    const record = { events: [event], state: { timers, elements: { 3: {} } } } as unknown as StepRecord;

    expect(openedTasks(record)).toMatchObject([
      { warnEvent: 'warning', dueEvent: 'due', calendarId: 'working-days', termKey: 3 },
    ]);
  });

  const fired = (elementId: string) =>
    ({ type: 'timer-fired', key: 5, owner: 3, elementId, dueAt: at.toISOString(), ticks: 1 }) as const;
  const terminated = { type: 'element-terminated', key: 3, elementId: 'station', reason: 'interrupted' } as const;
  const ended = (...events: StepRecord['events']) =>
    endedSteps({ events, command: { type: 'trigger-timer', key: 5 }, actor: 'system', at }, [step]).map(
      ({ end }) => end.state,
    );

  it('calls a step lapsed only when its own term took it away', () => {
    expect(ended(fired('due'), terminated)).toEqual(['lapsed']);
    expect(ended(fired('other'), terminated)).toEqual(['cancelled']);
    expect(ended(terminated)).toEqual(['cancelled']);
    expect(ended(fired('due'))).toEqual([]);
  });

  it('calls a step overdue when its term ran out and it stays', () => {
    expect(overdueSteps({ events: [fired('due')] }, [step])).toEqual([step]);
    expect(overdueSteps({ events: [fired('due'), terminated] }, [step])).toEqual([]);
    expect(overdueSteps({ events: [fired('warning')] }, [step])).toEqual([]);
  });

  it('finds the clock of a scope that ran out with nobody under it, and only that', () => {
    const ranOut = { ...fired('stage-due'), owner: 2, role: 'due' } as const;
    const gone = { ...terminated, key: 2, elementId: 'stage' };
    expect(lapsedScopes({ events: [ranOut, gone] }, [step])).toEqual([2]);
    expect(lapsedScopes({ events: [ranOut, gone] }, [{ ...step, termKey: 2 }])).toEqual([]);
    expect(lapsedScopes({ events: [ranOut] }, [step])).toEqual([]);
    expect(lapsedScopes({ events: [{ ...ranOut, role: 'warning' }, gone] }, [step])).toEqual([]);
  });

  it('takes a moved and a suspended term from the timers as they are now', () => {
    const timer = { key: 5, owner: 3, elementId: 'due', startedAt: at.toISOString() };
    const state = (dueAt: string, suspendedAt?: string) =>
      ({ timers: { 5: { ...timer, dueAt, ...(suspendedAt && { suspendedAt }) } } }) as unknown as StepRecord['state'];
    const later = '2026-03-09T09:30:00.000Z';
    const moved = {
      type: 'timer-moved',
      key: 5,
      owner: 3,
      elementId: 'due',
      dueAtBefore: at.toISOString(),
      dueAt: later,
      reason: '延期',
    } as const;
    const suspended = { type: 'timer-suspended', key: 5, owner: 3, elementId: 'due', at: at.toISOString() } as const;

    expect(changedTerms({ events: [moved], state: state(later) }, [step])).toMatchObject([
      { kind: 'term-changed', reason: '延期', term: { dueAt: new Date(later), suspended: false } },
    ]);
    expect(changedTerms({ events: [suspended], state: state(later, at.toISOString()) }, [step])).toMatchObject([
      { kind: 'suspended', term: { suspended: true } },
    ]);
    expect(changedTerms({ events: [{ ...moved, owner: 9 }], state: state(later) }, [step])).toEqual([]);
  });
});
