import { describe, expect, it } from '@jest/globals';
import { planProblems, slotTimes } from './reception.rules.js';
import { receptionPlanSchema } from './reception.js';

const today = '2026-03-02';

describe('the slots of a reception', () => {
  it('follow each other from its beginning', () => {
    expect(slotTimes({ from: '09:30', slotMinutes: 20, slots: 3 })).toEqual([
      { slot: 1, from: '09:30', to: '09:50' },
      { slot: 2, from: '09:50', to: '10:10' },
      { slot: 3, from: '10:10', to: '10:30' },
    ]);
  });
});

describe('the plan of a reception', () => {
  it.each([
    ['is kept when its slots just fit', {}, []],
    ['is refused when they do not', { slots: 7 }, ['slots']],
    ['is refused when it ends before it begins', { to: '08:00' }, ['to']],
    ['is refused for a day that is over', { day: '2026-03-01' }, ['day']],
    [
      'is refused for a series that ends before it begins',
      { series: { every: 'week', until: '2026-03-04', dayOff: 'skip' } },
      ['series.until'],
    ],
  ])('%s', (_, change, fields) => {
    expect(planProblems(plan(change), today).map(({ field }) => field)).toEqual(fields);
  });
});

function plan(change: object) {
  return receptionPlanSchema.parse({
    unit: 'station-1-1',
    kind: 'delegate',
    day: '2026-03-05',
    from: '09:00',
    to: '11:00',
    place: '社区服务大厅',
    hosts: [{ name: '周敏', office: '区人大代表' }],
    slotMinutes: 20,
    slots: 6,
    ...change,
  });
}
