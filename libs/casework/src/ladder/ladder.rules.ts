import { urgeProblem } from '../acts/act.rules.js';
import type { DueRung, LadderFacts, LadderUnit, Rung, RungCode, Rungs, Stage } from './ladder.js';

/** Counts on from an instant by a calendar: working days, or up to the opening of the next one. */
export interface LadderCalendar {
  readonly now: Date;
  /** In the installation's time zone. */
  readonly today: string;
  /** The end of a term of so many working days. */
  addDays(calendarId: string | null, from: Date, days: number): Date;
  /** When work begins so many working days after an instant. */
  opening(from: Date, days: number): Date;
}

/** What is to be done about a case now, and when there may be more to do; null: not until something happens to it. */
export interface LadderLook {
  readonly due: readonly DueRung[];
  readonly lookAt: Date | null;
}

/** A rung that will be climbed at an instant, if nothing changes before. */
interface Coming extends DueRung {
  readonly at: Date;
}

/** Stands for the case as a whole, where a rung is not about one stage of it. */
const wholeCase = 'case';
const day = 24 * 3_600_000; // milliseconds

/**
 * The rungs that a case climbs by itself, each once for each stage (or once for the case). Pure: what was climbed before
 * is one of the facts.
 */
export function ladderOf(facts: LadderFacts, rungs: Rungs, calendar: LadderCalendar): LadderLook {
  const open = facts.state === 'open';
  const coming = [
    ...(open ? facts.stages.filter(({ suspended }) => !suspended) : []).flatMap((stage) => [
      ...reminders(stage, facts, rungs, calendar),
      ...lapseOrder(stage, facts, rungs, calendar),
      ...bulletin(stage, facts, rungs, calendar),
    ]),
    ...caseOrders(facts, rungs, calendar),
    ...talks(facts, rungs, calendar),
  ].filter(({ code, stage }) => !facts.taken.some((taken) => taken.code === code && taken.stage === stage));
  const { now } = calendar;
  const later = coming.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  return {
    due: coming.filter(({ at }) => at <= now).map(({ at: _, ...rung }) => rung),
    lookAt: later.length === 0 ? null : new Date(Math.min(...later)),
  };
}

/** Working days in which what a rung asks is to be done. Orders and talks have a term, which nobody can take away. */
export function termOf({ code, termDays }: Rung): number {
  if (termDays === null)
    throw new Error(`The rung "${code}" has no term; expected the working days of it in ladder_rung.`);
  return termDays;
}

/** The setting of a rung that is in use. */
function inUse(rungs: Rungs, code: RungCode): Rung | undefined {
  const rung = rungs.get(code);
  return rung?.active ? rung : undefined;
}

/** Pressed for an answer (催办): when the light turns yellow, and when work begins after the term is over. */
function reminders(stage: Stage, facts: LadderFacts, rungs: Rungs, calendar: LadderCalendar): Coming[] {
  const { key, unit, step, dueAt, warnAt, state } = stage;
  if (state !== 'open' || !dueAt) return [];
  const covered = urgeProblem(facts.urges, calendar.today, facts.mostUrges) !== undefined;
  const about = { act: 'remind', stage: key, unit, step, dueAt, covered } as const;
  const overdue = inUse(rungs, 'remind-overdue');
  const soon = inUse(rungs, 'remind-due-soon') && warnAt && calendar.now <= dueAt;
  return [
    ...(soon ? [{ ...about, code: 'remind-due-soon', at: warnAt } as const] : []),
    ...(overdue ? [{ ...about, code: 'remind-overdue', at: calendar.opening(dueAt, overdue.days ?? 1) } as const] : []),
  ];
}

/** A unit that let its term run out, whether it keeps the case or not, has to answer for it (督办). */
function lapseOrder(stage: Stage, facts: LadderFacts, rungs: Rungs, calendar: LadderCalendar): Coming[] {
  const rung = inUse(rungs, 'order-overdue');
  const { key, unit, step, dueAt } = stage;
  if (!rung || !dueAt) return [];
  const at = overBy(stage, dueAt, rung.days ?? 0, calendar);
  return [{ ...order(facts, rung, key, unit), step, dueAt, at }];
}

/** The first instant at which the unit is so many working days late. */
function overBy({ calendarId, state }: Stage, dueAt: Date, days: number, calendar: LadderCalendar): Date {
  const end = days === 0 ? dueAt : calendar.addDays(calendarId, dueAt, days);
  // An answer at the very instant of the end is in time.
  return state === 'open' ? new Date(end.getTime() + 1) : end;
}

/** A unit that was pressed, let its term run out and gave no reason is named to all (通报). */
function bulletin(stage: Stage, facts: LadderFacts, rungs: Rungs, calendar: LadderCalendar): Coming[] {
  const rung = inUse(rungs, 'bulletin');
  const { key, unit, units, step, dueAt, receivedAt, calendarId } = stage;
  if (!rung || !dueAt) return [];
  const orders = facts.orders.filter(({ heirId }) => units.includes(heirId));
  if (orders.some(({ answeredAt }) => answeredAt && answeredAt >= dueAt)) return [];
  const pressed = [...facts.urges, ...orders].map(({ at }) => at).filter((at) => at >= receivedAt);
  const first = pressed.sort((a, b) => a.getTime() - b.getTime())[0];
  if (!first) return [];
  // Whoever was pressed late has at least a working day to answer.
  const times = [overBy(stage, dueAt, rung.days ?? 1, calendar), calendar.addDays(calendarId, first, 1)];
  const at = new Date(Math.max(...times.map((time) => time.getTime())));
  return [{ code: rung.code, act: 'bulletin', stage: key, unit, step, dueAt, covered: false, at }];
}

/** What calls for an order about the case as a whole, once each. */
function caseOrders(facts: LadderFacts, rungs: Rungs, { now }: LadderCalendar): Coming[] {
  const { handler, holder, course, returns, state } = facts;
  if (state !== 'open' && state !== 'closed') return [];
  const bad = dissatisfactions(course);
  const same = inUse(rungs, 'order-many-same');
  const together = same ? mostTogether(facts.receipts, (same.periodDays ?? 1) * day) : 0;
  const wanted: readonly (readonly [RungCode, LadderUnit | null, number?])[] = [
    ...(bad > 1 ? [['order-still-dissatisfied', handler] as const] : []),
    ...(bad > 0 ? [['order-dissatisfied', handler] as const] : []),
    ...(state === 'open' && returns >= (rungs.get('order-returned')?.times ?? Infinity)
      ? [['order-returned', holder, returns] as const]
      : []),
    ...(state === 'open' && together >= (same?.times ?? Infinity)
      ? [['order-many-same', holder, together] as const]
      : []),
  ];
  return wanted.flatMap(([code, unit, times]) => {
    const rung = inUse(rungs, code);
    if (!rung || !unit) return [];
    return [{ ...order(facts, rung, wholeCase, unit), ...(times !== undefined && { times }), at: now }];
  });
}

/** A unit that is named too often is talked to (约谈). */
function talks(facts: LadderFacts, rungs: Rungs, { now }: LadderCalendar): Coming[] {
  const rung = inUse(rungs, 'talk-repeated');
  if (!rung) return [];
  return facts.bulletins
    .filter(({ ofUnit }) => ofUnit >= (rung.times ?? Infinity))
    .map(({ stage, unit, ofUnit }) => {
      const about = { code: rung.code, act: 'talk', stage, unit } as const;
      return { ...about, times: ofUnit, covered: false, at: now };
    });
}

function order(facts: LadderFacts, { code }: Rung, stage: string, unit: LadderUnit): DueRung {
  const covered = facts.orders.some(({ unitId, open }) => open && unitId === unit.id);
  return { code, act: 'order', stage, unit, covered };
}

/** How often the resident was not satisfied; to say it twice of one handling counts once. */
function dissatisfactions(course: LadderFacts['course']): number {
  return course.filter((each, i) => each === 'dissatisfied' && course[i - 1] !== 'dissatisfied').length;
}

/** How many of these instants lie within a period at most. */
function mostTogether(instants: readonly Date[], period: number): number {
  const times = instants.map((at) => at.getTime());
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at - from <= period).length));
}
