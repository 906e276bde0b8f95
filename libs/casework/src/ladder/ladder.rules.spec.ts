import { describe, expect, it } from '@jest/globals';
import type { LadderFacts, Rung, RungCode, Rungs, Stage } from './ladder.js';
import { rungSeeds } from './ladder-rungs.data.js';
import { ladderOf, type LadderCalendar } from './ladder.rules.js';

const day = 24 * 3_600_000; // milliseconds
/** Noon of a day of the tests, which begin with day 0; every day is a working day that opens at nine and closes at noon. */
const noon = (days: number): Date => new Date(Date.parse('2026-03-02T12:00:00Z') + days * day);
const opening = (days: number): Date => new Date(noon(days).getTime() - 3 * 3_600_000);
const unit = { id: 'dept', name: '城市管理局' };
const rungs: Rungs = new Map(rungSeeds.map((seed) => [seed.code, rung(seed.code)]));

/** Due on day 10, yellow on day 9. */
const stage: Stage = {
  key: 'stage',
  unit,
  units: [unit.id],
  step: '部门办理',
  receivedAt: noon(0),
  warnAt: noon(9),
  dueAt: noon(10),
  calendarId: null,
  suspended: false,
  state: 'open',
};
const lapsed: Stage = { ...stage, state: 'lapsed' };
const facts: LadderFacts = {
  state: 'open',
  returns: 0,
  receipts: [noon(0)],
  stages: [stage],
  holder: unit,
  handler: null,
  course: [],
  urges: [],
  mostUrges: 3,
  orders: [],
  bulletins: [],
  taken: [],
};
const pressed = { urges: [urge(9)] };
const afterOrder = { code: 'order-overdue', stage: 'stage' } as const;
const afterReminder = { code: 'remind-due-soon', stage: 'stage' } as const;

describe('the rungs of the supervision ladder', () => {
  it.each<[string, Partial<LadderFacts>, Date, readonly RungCode[]]>([
    ['nothing before the light turns yellow', {}, noon(8), []],
    ['a reminder at yellow', {}, noon(9), ['remind-due-soon']],
    ['no second one', { taken: [afterReminder] }, noon(10), []],
    ['no reminder of a term that nobody has', { stages: [{ ...stage, dueAt: null, warnAt: null }] }, noon(30), []],
    ['nothing while the clock stands', { stages: [{ ...stage, suspended: true }] }, noon(30), []],
    ['nothing at the very instant of the end', { taken: [afterReminder] }, noon(10), []],
    ['an order right after the end', { taken: [afterReminder] }, new Date(noon(10).getTime() + 1), ['order-overdue']],
    ['an order at the end for a unit that lost the case by it', { stages: [lapsed] }, noon(10), ['order-overdue']],
    ['a reminder when work begins on the day after', { taken: [afterOrder] }, opening(11), ['remind-overdue']],
    ['no reminder to who has the case no more', { stages: [lapsed], taken: [afterOrder] }, opening(11), []],
    [
      'a bulletin five days after the end',
      { ...pressed, stages: [lapsed], taken: [afterOrder] },
      noon(15),
      ['bulletin'],
    ],
    ['none before', { ...pressed, stages: [lapsed], taken: [afterOrder] }, new Date(noon(15).getTime() - 1), []],
    ['none without that the unit was pressed', { stages: [lapsed], taken: [afterOrder] }, noon(30), []],
    [
      'none for what was pressed before the unit had it',
      { urges: [urge(-1)], stages: [lapsed], taken: [afterOrder] },
      noon(30),
      [],
    ],
    ['none the day that the unit is pressed', { ...late(noon(20)), stages: [lapsed] }, noon(20), []],
    ['one a day later', { ...late(noon(20)), stages: [lapsed] }, noon(21), ['bulletin']],
    ['none for who gave a reason', { ...pressed, ...late(noon(10), noon(12)), stages: [lapsed] }, noon(30), []],
    [
      'none for who took over what another unit gave a reason for',
      {
        ...late(noon(10), noon(12)),
        stages: [{ ...lapsed, unit: { id: 'heir', name: '综合行政执法局' }, units: ['heir', unit.id] }],
      },
      noon(30),
      [],
    ],
    [
      'one for who gave it for something else before',
      { ...pressed, ...late(noon(3), noon(5)), stages: [lapsed] },
      noon(15),
      ['bulletin'],
    ],
    ['nothing of the term of a case that is over', { state: 'closed', stages: [lapsed] }, noon(30), []],
  ])('give %s', (_, more, now, expected) => {
    expect(codes(more, now)).toEqual(expected);
  });

  it.each<[string, Partial<LadderFacts>, readonly RungCode[]]>([
    ['nothing for a resident who is satisfied', { course: ['handled', 'handled'] }, []],
    ['an order when the resident is not', { course: ['handled', 'dissatisfied'] }, ['order-dissatisfied']],
    [
      'one order for who says it twice',
      { course: ['handled', 'dissatisfied', 'dissatisfied'] },
      ['order-dissatisfied'],
    ],
    [
      'another when the second handling was no better',
      { course: ['handled', 'dissatisfied', 'handled', 'dissatisfied'], state: 'closed' },
      ['order-still-dissatisfied', 'order-dissatisfied'],
    ],
    ['none without that anybody handled it', { course: ['dissatisfied'], handler: null }, []],
    ['none for a case that was taken back', { course: ['handled', 'dissatisfied'], state: 'withdrawn' }, []],
    ['nothing for one return', { returns: 1 }, []],
    ['an order for two', { returns: 2 }, ['order-returned']],
    ['none for returns of a case that is over', { returns: 2, state: 'closed' }, []],
    ['nothing for two of a kind', { receipts: [noon(0), noon(1)] }, []],
    ['an order for three within thirty days', { receipts: [noon(0), noon(30), noon(3)] }, ['order-many-same']],
    ['none for three in more', { receipts: [noon(0), noon(31), noon(3)] }, []],
    ['no talk for two bulletins', { bulletins: [{ stage: 'stage', unit, ofUnit: 2 }] }, []],
    ['a talk for three', { bulletins: [{ stage: 'stage', unit, ofUnit: 3 }], state: 'closed' }, ['talk-repeated']],
  ])('give %s', (_, more, expected) => {
    const handler = { id: 'station', name: '工作站' };
    expect(codes({ stages: [], handler, ...more }, noon(1))).toEqual(expected);
    const taken = expected.map((code) => ({ code, stage: code === 'talk-repeated' ? 'stage' : 'case' }));
    expect(codes({ stages: [], handler, ...more, taken }, noon(1))).toEqual([]);
  });

  it('count as climbed what somebody did by hand, within the limits of reminders', () => {
    const covered = (more: Partial<LadderFacts>, now: Date) =>
      ladderOf({ ...facts, ...more }, rungs, calendar(now)).due.map((due) => [due.code, due.covered]);

    expect(covered({ urges: [urge(9)] }, noon(9))).toEqual([['remind-due-soon', true]]);
    expect(covered({ urges: [urge(1), urge(2), urge(3)] }, noon(9))).toEqual([['remind-due-soon', true]]);
    expect(covered({ urges: [urge(1), urge(2)] }, noon(9))).toEqual([['remind-due-soon', false]]);
    expect(covered({ urges: [urge(1), urge(2)], mostUrges: 2 }, noon(9))).toEqual([['remind-due-soon', true]]);
    const open = { unitId: unit.id, heirId: unit.id, at: noon(3), answeredAt: null, open: true };
    expect(covered({ stages: [lapsed], orders: [open] }, noon(10))).toEqual([['order-overdue', true]]);
    expect(covered({ stages: [lapsed], orders: [{ ...open, open: false }] }, noon(10))).toEqual([
      ['order-overdue', false],
    ]);
    expect(covered({ stages: [lapsed], orders: [{ ...open, unitId: 'x' }] }, noon(10))).toEqual([
      ['order-overdue', false],
    ]);
  });

  it('are climbed as an administrator set them, or not at all', () => {
    const set = (code: RungCode, more: Partial<Rung>): Rungs => new Map([...rungs, [code, { ...rung(code), ...more }]]);
    const when = (settings: Rungs, more: Partial<LadderFacts>, now: Date) =>
      ladderOf({ ...facts, ...more }, settings, calendar(now)).due.map(({ code }) => code);

    for (const { code } of rungSeeds) {
      const everything = { ...pressed, stages: [lapsed], course: ['handled', 'dissatisfied'], returns: 2 } as const;
      expect(when(set(code, { active: false }), everything, noon(20))).not.toContain(code);
    }
    expect(when(set('order-overdue', { days: 2 }), { stages: [lapsed] }, noon(11))).toEqual([]);
    expect(when(set('order-overdue', { days: 2 }), { stages: [lapsed] }, noon(12))).toEqual(['order-overdue']);
    expect(when(set('bulletin', { days: 8 }), { ...pressed, stages: [lapsed], taken: [afterOrder] }, noon(17))).toEqual(
      [],
    );
    expect(when(set('order-returned', { times: 3 }), { returns: 2 }, noon(1))).toEqual([]);
    expect(when(set('order-many-same', { periodDays: 2 }), { receipts: [noon(0), noon(1), noon(3)] }, noon(4))).toEqual(
      [],
    );
  });

  it('tell when there may be more to do: never in the past, and not at all when only an act can bring it', () => {
    const next = (more: Partial<LadderFacts>, now: Date) =>
      ladderOf({ ...facts, ...more }, rungs, calendar(now)).lookAt;

    expect(next({}, noon(0))).toEqual(noon(9));
    expect(next({ taken: [afterReminder] }, noon(9))).toEqual(new Date(noon(10).getTime() + 1));
    expect(next({ taken: [afterReminder, afterOrder] }, noon(10))).toEqual(opening(11));
    expect(next({ ...pressed, stages: [lapsed], taken: [afterOrder] }, noon(11))).toEqual(noon(15));
    expect(next({ stages: [lapsed], taken: [afterOrder] }, noon(11))).toBeNull();
    const orderless: Rungs = new Map(
      [...rungs].filter(([code]) => code !== 'order-overdue' && code !== 'remind-overdue'),
    );
    const reminded = { ...facts, ...pressed, taken: [afterReminder] };
    expect(ladderOf(reminded, orderless, calendar(noon(9))).lookAt).toEqual(new Date(noon(15).getTime() + 1));
    expect(next({ stages: [] }, noon(0))).toBeNull();
  });
});

function codes(more: Partial<LadderFacts>, now: Date): readonly RungCode[] {
  return ladderOf({ ...facts, ...more }, rungs, calendar(now)).due.map(({ code }) => code);
}

/** The order about the lapse, given late, with its answer. */
function late(at: Date, answeredAt: Date | null = null): Partial<LadderFacts> {
  return {
    orders: [{ unitId: unit.id, heirId: unit.id, at, answeredAt, open: answeredAt === null }],
    taken: [afterOrder],
  };
}

function urge(days: number) {
  return { at: noon(days), day: noon(days).toISOString().slice(0, 10) };
}

function rung(code: RungCode): Rung {
  const unset = { days: null, times: null, periodDays: null, termDays: null, version: 0 };
  const seed = rungSeeds.find((each) => each.code === code);
  return { ...unset, code, name: code, text: '', active: true, ...seed };
}

function calendar(now: Date): LadderCalendar {
  return {
    now,
    today: now.toISOString().slice(0, 10),
    addDays: (_, from, days) => new Date(from.getTime() + days * day),
    opening: (from, days) => new Date(from.getTime() + days * day - 3 * 3_600_000),
  };
}
