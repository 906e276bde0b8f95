import { describe, expect, it } from '@jest/globals';
import type { CaseRecord, RecordedStep } from './case-record.js';
import { brokenRules, type Judge } from './invariants.rules.js';
import { TermEnds } from './term-end.js';
import { termsOf } from './terms.js';

const isWeekday = (date: string) => ![0, 6].includes(new Date(date).getUTCDay());
const judge: Judge = {
  ends: new TermEnds(isWeekday, { first: 2025, last: 2027 }),
  termOf: (record, event) => (event === 'callback-due' ? { unit: 'working-days', amount: 3 } : own(record, event)),
  now: Date.parse('2026-03-20T00:00:00Z'),
};
const own = termsOf([]);

/** Monday: the station lapses on Thursday, the street stands over a weekend and answers, nobody calls back. */
const healthy: CaseRecord = {
  state: 'closed',
  urgency: 'normal',
  kind: 'help',
  category: 'urban.road',
  escalations: 1,
  steps: [
    step('station', { receivedAt: '2026-03-02T01:00:00Z', dueAt: '2026-03-05T09:30:00Z', state: 'lapsed' }),
    step('street', { receivedAt: '2026-03-05T09:30:00Z', dueAt: '2026-03-12T09:30:00Z', state: 'done' }),
    step('callback', { receivedAt: '2026-03-10T03:00:00Z', dueAt: '2026-03-13T09:30:00Z', state: 'lapsed' }),
    step('assist', { receivedAt: '2026-03-05T10:00:00Z', dueAt: '2026-03-06T09:30:00Z', state: 'lapsed' }),
  ],
  acts: [
    act('suspend', { at: '2026-03-06T02:00:00Z', endedAt: '2026-03-10T02:00:00Z', until: '2026-04-05T02:00:00Z' }),
    act('extend', { at: '2026-03-10T02:30:00Z', days: 1 }),
  ],
  lines: [
    line('registered', '2026-03-02T01:00:00Z', null),
    line('lapsed', '2026-03-05T09:30:00Z', 'station', true),
    line('lapsed', '2026-03-06T09:30:00Z', 'assist'),
    line('completed', '2026-03-10T03:00:00Z', 'street'),
    line('lapsed', '2026-03-13T09:30:00Z', 'callback'),
    line('closed', '2026-03-13T09:30:00Z', null),
    line('rated', '2026-03-14T09:30:00Z', null),
  ],
  sides: [{ instance: 'i-assist', kind: 'assist', forInstance: 'i-street', forKey: 1 }],
  ladder: {
    climbs: [{ rung: 'remind-due-soon', stage: 'station', covered: false }],
    urges: ['2026-03-04'],
    reminders: 1,
    orders: 0,
    bulletins: 0,
    talks: 0,
  },
  timers: [],
  firings: [
    fired('station', '2026-03-05T09:30:00Z'),
    fired('assist', '2026-03-06T09:30:00Z'),
    fired('callback', '2026-03-13T09:30:00Z'),
  ],
  running: [],
};

/** The same case on the Tuesday on which the street has it. */
const open: CaseRecord = {
  ...healthy,
  state: 'open',
  steps: healthy.steps.slice(0, 2).map((each, n) => (n === 1 ? { ...each, state: 'open', finishedAt: null } : each)),
  lines: healthy.lines.slice(0, 2),
  sides: [],
  firings: healthy.firings.slice(0, 1),
  timers: [{ instance: 'i-street', owner: 1, element: 'street-due', dueAt: '2026-03-12T09:30:00Z' }],
  running: ['i-street'],
};
const tuesday: Judge = { ...judge, now: Date.parse('2026-03-10T02:45:00Z') };

describe('the rules of a life', () => {
  it('hold of a case that keeps them, open and closed', () => {
    expect(brokenRules(healthy, judge)).toEqual([]);
    expect(brokenRules(open, tuesday)).toEqual([]);
  });

  it.each<[string, Partial<CaseRecord>, string]>([
    ['nobody has it', { steps: [] }, 'it is open and nobody has it'],
    ['its task is offered to nobody', street({ pools: 0 }), '"street" has no owner'],
    ['its task has no unit', street({ unit: null }), '"street" has no owner'],
    ['its task has no clock', street({ dueAt: null }), '"street" has no clock'],
    [
      'its term is not what its ledger gives',
      { ...street({ dueAt: '2026-03-11T09:30:00Z' }), timers: [] },
      '"street" is due at 2026-03-11T09:30:00.000Z, but its ledger gives 2026-03-12T09:30:00.000Z',
    ],
    [
      'its extension is not in the term',
      { acts: open.acts.map((each) => ({ ...each, days: each.days && 3 })) },
      '"street" is due at 2026-03-12T09:30:00.000Z, but its ledger gives 2026-03-16T09:30:00.000Z',
    ],
    [
      'its clock is one that nobody knows',
      { ...street({ dueEvent: 'other-due' }) },
      '"street" ends by "other-due", of which no term is known',
    ],
    ['it stands without a pause', street({ suspended: true }), '"street" stands without a pause'],
    [
      'the engine waits for another instant',
      { timers: open.timers.map((timer) => ({ ...timer, dueAt: '2026-03-13T09:30:00Z' })) },
      '"street" is due at 2026-03-12T09:30:00.000Z, but the engine waits for 2026-03-13T09:30:00.000Z',
    ],
    ['a lapse is not counted', { escalations: 0 }, '1 hand-overs by lapse, 0 counted'],
    ['a lapse is counted twice', { escalations: 2 }, '1 hand-overs by lapse, 2 counted'],
  ])('tell of an open case where %s', (_, fault, told) => {
    expect(brokenRules({ ...open, ...fault }, tuesday)).toContain(told);
  });

  it('tell of a pause that runs, one that lasts too long, and a term that ran out with nobody told', () => {
    const [pause] = open.acts.map((each) => ({ ...each, endedAt: null, until: '2026-03-09T02:00:00Z' }));
    expect(brokenRules({ ...open, acts: pause ? [pause] : [] }, tuesday)).toEqual(
      expect.arrayContaining([
        '"street" runs in spite of a pause',
        'the pause of 2026-03-06T02:00:00.000Z lasts longer than it may',
      ]),
    );
    expect(brokenRules(open, { ...judge, now: Date.parse('2026-03-12T09:30:01Z') })).toEqual([
      '"street" was due at 2026-03-12T09:30:00.000Z and did not lapse until 2026-03-12T09:30:01.000Z',
    ]);
  });

  it.each<[string, Partial<CaseRecord>, string]>([
    ['a lapse is told twice', doubled(1), 'the lapse "station-due" at 2026-03-05T09:30:00.000Z is told 2 times'],
    ['a lapse is not told', without(1), 'the lapse "station-due" at 2026-03-05T09:30:00.000Z is told 0 times'],
    [
      'a lapse is told that was none',
      { firings: healthy.firings.slice(1) },
      'a lapse of "station" at 2026-03-05T09:30:00.000Z is told, but no term ran out',
    ],
    [
      'a task lapses at another instant than its term says',
      lapsed({ finishedAt: '2026-03-05T10:30:00Z' }),
      '"station" was due at 2026-03-05T09:30:00.000Z, but lapsed at 2026-03-05T10:30:00.000Z',
    ],
    [
      'somebody finished after the term',
      lapsed({ state: 'done', finishedAt: '2026-03-06T01:00:00Z' }, { firings: [], lines: [] }),
      '"station" was due at 2026-03-05T09:30:00.000Z and did not lapse until 2026-03-06T01:00:00.000Z',
    ],
    [
      'a lapse hands it to nobody',
      { steps: healthy.steps.filter(({ element }) => element !== 'street') },
      'the lapse of "station" at 2026-03-05T09:30:00.000Z hands the case to nobody',
    ],
    [
      'a lapse says that nobody goes on, though somebody does',
      { lines: healthy.lines.map((each) => ({ ...each, goesOn: false })) },
      'the lapse of "station" at 2026-03-05T09:30:00.000Z says that nobody goes on',
    ],
    [
      'a helper has as long as the lead',
      {
        steps: healthy.steps.map((each) =>
          each.element === 'assist' ? { ...each, dueAt: '2026-03-12T09:30:00Z' } : each,
        ),
      },
      'a helper of "street" has until 2026-03-12T09:30:00.000Z, the lead until 2026-03-12T09:30:00.000Z',
    ],
    [
      'a task is still open',
      { steps: [...healthy.steps, ...open.steps.slice(1)] },
      'it is closed and has the task "street"',
    ],
    ['a timer still waits', { timers: open.timers }, 'it is closed and has the timer "street-due"'],
    ['its process still runs', { running: ['i-street'] }, 'it is closed and has a running process'],
    [
      'somebody acts on it',
      { lines: [...healthy.lines, line('claimed', '2026-03-16T01:00:00Z', 'street')] },
      '"claimed" happened to it at 2026-03-16T01:00:00Z, when it was over',
    ],
    [
      'a reminder was sent twice for one rung',
      climbed({ reminders: 2 }),
      '1 rungs "remind" were climbed, but 2 took effect',
    ],
    [
      'a rung took no effect',
      climbed({ climbs: [{ rung: 'bulletin', stage: 'station', covered: false }], reminders: 0 }),
      '1 rungs "bulletin" were climbed, but 0 took effect',
    ],
    [
      'a talk was planned that no rung calls for',
      climbed({ talks: 1 }),
      '0 rungs "talk-repeated" were climbed, but 1 took effect',
    ],
    [
      'it was urged twice a day',
      climbed({ urges: ['2026-03-04', '2026-03-04'] }),
      'it was urged on 2026-03-04, 2026-03-04',
    ],
    [
      'its history runs backwards',
      { lines: [...healthy.lines, line('rated', '2026-03-02T00:00:00Z', null)] },
      '"rated" of 2026-03-02T00:00:00Z stands behind "rated" of 2026-03-14T09:30:00Z',
    ],
  ])('tell of a closed case where %s', (_, fault, told) => {
    expect(brokenRules({ ...healthy, ...fault }, judge)).toContain(told);
  });

  it('let a case that was taken up again go on', () => {
    const again = line('reopened', '2026-03-15T01:00:00Z', null);
    const claimed = line('claimed', '2026-03-16T01:00:00Z', 'street');
    expect(brokenRules({ ...healthy, lines: [...healthy.lines, again, claimed] }, judge)).toEqual([]);
  });
});

function step(element: string, times: Partial<RecordedStep>): RecordedStep {
  const finishedAt = times.state === 'lapsed' ? (times.dueAt ?? null) : '2026-03-10T03:00:00Z';
  return {
    instance: `i-${element}`,
    key: 1,
    element,
    name: element,
    diagram: element === 'assist' ? 'assist' : 'case-routing',
    unit: `unit-${element}`,
    pools: 1,
    assignee: null,
    outcomes: [],
    properties: {},
    state: 'open',
    receivedAt: '',
    finishedAt,
    dueAt: null,
    dueEvent: `${element}-due`,
    termKey: 1,
    suspended: false,
    ...times,
  };
}

function act(kind: 'suspend' | 'extend', more: Partial<CaseRecord['acts'][number]>): CaseRecord['acts'][number] {
  return { instance: 'i-street', key: 1, kind, at: '', days: null, endedAt: null, until: null, ...more };
}

function line(kind: string, at: string, element: string | null, goesOn = false): CaseRecord['lines'][number] {
  return { at, kind, element, diagram: element === 'assist' ? 'assist' : 'case-routing', goesOn };
}

function fired(element: string, dueAt: string): CaseRecord['firings'][number] {
  return { instance: `i-${element}`, owner: 1, element: `${element}-due`, dueAt };
}

/** The open case with another task of the street. */
function street(fault: Partial<RecordedStep>): Partial<CaseRecord> {
  return { steps: open.steps.map((each) => (each.element === 'street' ? { ...each, ...fault } : each)) };
}

/** The closed case with another ladder. */
function climbed(fault: Partial<CaseRecord['ladder']>): Partial<CaseRecord> {
  return { ladder: { ...healthy.ladder, ...fault } };
}

/** The closed case with another task of the station. */
function lapsed(fault: Partial<RecordedStep>, more: Partial<CaseRecord> = {}): Partial<CaseRecord> {
  return { steps: healthy.steps.map((each) => (each.element === 'station' ? { ...each, ...fault } : each)), ...more };
}

function doubled(at: number): Partial<CaseRecord> {
  return { lines: healthy.lines.flatMap((each, n) => (n === at ? [each, each] : [each])) };
}

function without(at: number): Partial<CaseRecord> {
  return { lines: healthy.lines.filter((_, n) => n !== at) };
}
