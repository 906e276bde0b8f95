import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { urgeProblem } from '../acts/act.rules.js';
import type { DueRung, LadderFacts, Rung, Rungs, Stage } from './ladder.js';
import { rungSeeds } from './ladder-rungs.data.js';
import { ladderOf, type LadderCalendar } from './ladder.rules.js';

const hour = 3_600_000; // milliseconds
const begin = Date.parse('2026-03-02T01:00:00Z');
const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));
const units = ['station', 'street', 'dept-1', 'dept-2'].map((id) => ({ id, name: id }));
const unset = { days: null, times: null, periodDays: null, termDays: null, version: 0 };
const rungs: Rungs = new Map(
  rungSeeds.map((seed): [Rung['code'], Rung] => [seed.code, { ...unset, active: true, ...seed }]),
);

/** What happens to a case between two looks. */
type Act =
  | { readonly act: 'wait'; readonly hours: number }
  | { readonly act: 'open'; readonly unit: number; readonly hours: number }
  | { readonly act: 'lapse' | 'finish' | 'suspend' | 'resume' | 'extend' | 'move'; readonly stage: number }
  | {
      readonly act:
        'urge' | 'dissatisfied' | 'return' | 'join' | 'close' | 'reopen' | 'answer' | 'end-orders' | 'issue';
    };

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('open' as const),
      unit: fc.nat(units.length - 1),
      hours: fc.integer({ min: 1, max: 300 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'lapse' as const,
        'finish' as const,
        'suspend' as const,
        'resume' as const,
        'extend' as const,
        'move' as const,
      ),
      stage: fc.nat(9),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'urge' as const,
        'dissatisfied' as const,
        'return' as const,
        'join' as const,
        'close' as const,
        'reopen' as const,
        'answer' as const,
        'end-orders' as const,
        'issue' as const,
      ),
    }),
  },
);

describe('whatever happens to a case, and however often it is looked at', () => {
  it('gives each rung of a stage once, reminds at most once a day and three times, and has one open order for a unit', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), fc.array(fc.nat(2), { minLength: 1 }), (life, looks) => {
        const world = new World();
        for (const [i, act] of life.entries()) {
          world.do(act);
          for (let times = looks[i % looks.length] ?? 0; times > 0; times -= 1) world.look();
        }
        world.look();
        world.look();

        const climbed = world.climbed.map(({ code, stage }) => `${code} ${stage}`);
        expect(new Set(climbed).size).toBe(climbed.length);
        const days = world.facts.urges.map(({ day }) => day);
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeLessThanOrEqual(3);
        for (const { id } of units)
          expect(world.facts.orders.filter(({ open, unitId }) => open && unitId === id).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
  });

  it('never tells to look again in the past, and finds nothing to do before it tells to look again', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (life, part) => {
        const world = new World();
        for (const act of life) world.do(act);
        const lookAt = world.look();
        if (lookAt === null) return;
        expect(lookAt.getTime()).toBeGreaterThan(world.now);

        world.now += Math.floor((lookAt.getTime() - world.now) * part);
        const before = world.climbed.length;
        world.look();
        expect(world.climbed).toHaveLength(before);
      }),
      { numRuns: 400 },
    );
  });
});

/** A case, what is known of it, and what a worker does when it looks. */
class World {
  now = begin;
  readonly climbed: DueRung[] = [];
  facts: LadderFacts = {
    state: 'open',
    returns: 0,
    receipts: [new Date(begin)],
    stages: [],
    holder: null,
    handler: null,
    course: [],
    urges: [],
    mostUrges: 3,
    orders: [],
    bulletins: [],
    taken: [],
  };

  /** Climbs what is due, one rung after the other; says when to look again. */
  look(): Date | null {
    for (;;) {
      const { due, lookAt } = ladderOf(this.facts, rungs, this.#calendar());
      const [rung] = due;
      if (!rung) return lookAt;
      this.climbed.push(rung);
      this.#change({ taken: [...this.facts.taken, { code: rung.code, stage: rung.stage }] });
      if (rung.covered) continue;
      if (rung.act === 'remind') this.#urge();
      if (rung.act === 'order') this.#order(rung.unit.id);
    }
  }

  do(event: Act): void {
    switch (event.act) {
      case 'wait':
        this.now += event.hours * hour;
        return;
      case 'open':
        return this.#open(units[event.unit] ?? { id: 'x', name: 'x' }, event.hours);
      case 'lapse':
      case 'finish':
      case 'suspend':
      case 'resume':
      case 'extend':
      case 'move':
        return this.#changeStage(event.act, event.stage);
      case 'urge':
        if (urgeProblem(this.facts.urges, this.#today(), this.facts.mostUrges) === undefined) this.#urge();
        return;
      case 'dissatisfied':
        return this.#change({ course: [...this.facts.course, 'dissatisfied'] });
      case 'return':
        return this.#change({ returns: this.facts.returns + 1 });
      case 'join':
        return this.#change({ receipts: [...this.facts.receipts, new Date(this.now)] });
      case 'close':
        return this.#change({ state: 'closed' });
      case 'reopen':
        return this.#change({ state: 'open' });
      case 'answer':
        return this.#change({
          orders: this.facts.orders.map((order) => ({ ...order, answeredAt: new Date(this.now) })),
        });
      case 'end-orders':
        return this.#change({ orders: this.facts.orders.map((order) => ({ ...order, open: false })) });
      case 'issue': {
        const drafted = this.climbed.filter(({ act }) => act === 'bulletin');
        const bulletins = drafted.map(({ stage, unit }) => ({ stage, unit, ofUnit: drafted.length }));
        return this.#change({ bulletins });
      }
    }
  }

  #open(unit: Stage['unit'], hours: number): void {
    const dueAt = new Date(this.now + hours * hour);
    const warnAt = new Date(this.now + (hours * hour) / 2);
    const key = `stage-${this.facts.stages.length}-${unit.id}`;
    const about = { step: '办理', calendarId: 'working-days', suspended: false, state: 'open' } as const;
    const stage: Stage = { key, unit, units: [unit.id], receivedAt: new Date(this.now), warnAt, dueAt, ...about };
    this.#change({ stages: [...this.facts.stages, stage], holder: unit });
  }

  #changeStage(act: 'lapse' | 'finish' | 'suspend' | 'resume' | 'extend' | 'move', index: number): void {
    const { stages } = this.facts;
    const stage = stages[index % Math.max(stages.length, 1)];
    if (!stage || stage.state !== 'open') return;
    const later = (at: Date | null, by: number) => at && new Date(at.getTime() + by * hour);
    const moved = (by: number) => ({ ...stage, warnAt: later(stage.warnAt, by), dueAt: later(stage.dueAt, by) });
    const lapses = stage.dueAt !== null && stage.dueAt.getTime() <= this.now;
    const changes: Record<typeof act, Stage | null> = {
      lapse: lapses ? { ...stage, state: 'lapsed' } : stage,
      finish: null,
      suspend: { ...stage, suspended: true },
      resume: { ...stage, suspended: false },
      extend: moved(48),
      move: moved(-24),
    };
    const changed = changes[act];
    this.#change({ stages: stages.flatMap((each) => (each === stage ? (changed ?? []) : [each])) });
    if (act === 'finish') this.#change({ handler: stage.unit, course: [...this.facts.course, 'handled'] });
  }

  #urge(): void {
    this.#change({ urges: [...this.facts.urges, { at: new Date(this.now), day: this.#today() }] });
  }

  #order(unitId: string): void {
    const order = { unitId, heirId: unitId, at: new Date(this.now), answeredAt: null, open: true };
    this.#change({ orders: [...this.facts.orders, order] });
  }

  #change(facts: Partial<LadderFacts>): void {
    this.facts = { ...this.facts, ...facts };
  }

  #today(): string {
    return new Date(this.now + 8 * hour).toISOString().slice(0, 10);
  }

  #calendar(): LadderCalendar {
    const add = (id: string | null, from: Date, duration: string): Date =>
      new Date(calendars.addDuration(id ?? 'working-days', from.toISOString(), duration));
    return {
      now: new Date(this.now),
      today: this.#today(),
      addDays: (id, from, days) => (days === 0 ? from : add(id, from, `P${days}D`)),
      opening: (from, days) =>
        add('working-days', new Date(add('working-days', from, `P${days}D`).getTime() - 24 * hour), 'PT1M'),
    };
  }
}
