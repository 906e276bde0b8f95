import type { CaseRecord, RecordedStep } from './case-record.js';
import type { TermChange, TermEnds } from './term-end.js';
import type { TermOf } from './terms.js';

/** By what a case is judged. */
export interface Judge {
  readonly ends: TermEnds;
  readonly termOf: TermOf;
  readonly now: number;
}

/** Side processes for which the task of who asks waits. */
export const helperKinds: ReadonlySet<string> = new Set(['assist', 'countersign', 'consult', 'mediation']);

/** A rule: what of a case breaks it, in sentences. */
type Rule = (record: CaseRecord, judge: Judge) => string[];

/** What must hold of every case after every step. Pure, so that each rule can be shown to fail. */
export function brokenRules(record: CaseRecord, judge: Judge): string[] {
  return rules.flatMap((rule) => rule(record, judge));
}

const rules: readonly Rule[] = [
  owned,
  ledgers,
  pauses,
  engineAgrees,
  lapses,
  escalations,
  helpers,
  over,
  forwards,
  ladder,
];

/** An open case has an owner and a clock. */
function owned(record: CaseRecord): string[] {
  const open = openOwn(record);
  const lost = record.state === 'open' && open.length === 0 ? ['it is open and nobody has it'] : [];
  const faults = open.flatMap(({ name, unit, pools, dueAt }) => [
    ...(unit === null || pools === 0 ? [`"${name}" has no owner`] : []),
    ...(dueAt === null ? [`"${name}" has no clock`] : []),
  ]);
  return [...lost, ...faults];
}

/** Every term follows from its beginning and its ledger alone, by a calculation that is not the product's. */
function ledgers(record: CaseRecord, { ends, termOf }: Judge): string[] {
  return lastOfTerms(record).flatMap((step) => {
    const { name, dueAt, dueEvent } = step;
    // A helper's days depend on the lead's: see `helpers`.
    if (dueAt === null || helperKinds.has(sideOf(record, step)?.kind ?? '')) return [];
    const term = termOf(record, dueEvent ?? '');
    if (!term) return [`"${name}" ends by "${dueEvent}", of which no term is known`];
    const expected = ends.endOf(term, beginOf(record, step), ledgerOf(record, step));
    if (time(dueAt) === expected) return [];
    return [`"${name}" is due at ${text(time(dueAt))}, but its ledger gives ${text(expected)}`];
  });
}

/** A clock stands while its ledger says so, and never longer than the reason of the pause allows. */
function pauses({ steps, acts }: CaseRecord, { now }: Judge): string[] {
  const open = steps.filter(({ state }) => state === 'open');
  const faults = open.flatMap(({ name, instance, termKey, suspended }) => {
    const stands = acts.some(
      (act) => act.kind === 'suspend' && act.endedAt === null && act.instance === instance && act.key === termKey,
    );
    return stands === suspended ? [] : [`"${name}" ${suspended ? 'stands without' : 'runs in spite of'} a pause`];
  });
  const long = acts.filter(({ until, endedAt }) => until !== null && time(until) < (endedAt ? time(endedAt) : now));
  return [...faults, ...long.map(({ at }) => `the pause of ${text(time(at))} lasts longer than it may`)];
}

/** The engine waits for what is shown to people. */
function engineAgrees({ steps, timers }: CaseRecord): string[] {
  return steps.flatMap(({ state, name, instance, termKey, dueEvent, dueAt }) => {
    if (state !== 'open' || dueAt === null) return [];
    const timer = timers.find(
      (each) => each.instance === instance && each.owner === termKey && each.element === dueEvent,
    );
    if (!timer || time(timer.dueAt) === time(dueAt)) return [];
    return [`"${name}" is due at ${text(time(dueAt))}, but the engine waits for ${text(time(timer.dueAt))}`];
  });
}

/** Whatever term ran out is told once, at its instant; no term runs out untold, and nobody finishes after one. */
function lapses(record: CaseRecord, { now }: Judge): string[] {
  const { steps, firings, lines } = record;
  const told = lines.filter(({ kind }) => kind === 'lapsed' || kind === 'overdue');
  const known = new Set<(typeof told)[number]>();
  // Of two helpers that were asked at once the lapses look alike, so those of one kind and instant are counted.
  const alike = new Map<string, { readonly what: string; fired: number; told: number }>();
  for (const { instance, owner, element, dueAt } of firings) {
    const under = steps.filter((step) => step.instance === instance && step.termKey === owner);
    const elements = new Set(under.map((step) => step.element));
    const own = told.filter((line) => time(line.at) === time(dueAt) && elements.has(line.element ?? ''));
    const what = `the lapse "${element}" at ${text(time(dueAt))}`;
    for (const line of own) known.add(line);
    alike.set(what, { what, fired: (alike.get(what)?.fired ?? 0) + 1, told: own.length });
  }
  const faults = [...alike.values()].flatMap(({ what, ...count }) =>
    count.fired === count.told ? [] : [`${what} is told ${count.told} times`],
  );
  const invented = told.filter((line) => !known.has(line));
  return [
    ...faults,
    ...invented.map(({ at, element }) => `a lapse of "${element}" at ${text(time(at))} is told, but no term ran out`),
    ...steps.flatMap((step) => lapseOf(record, step, now)),
  ];
}

/** What is wrong with one task's end, as far as its term goes. */
function lapseOf(record: CaseRecord, step: RecordedStep, now: number): string[] {
  const { name, state, dueAt, finishedAt } = step;
  if (dueAt === null || stoodAtEnd(record, step)) return [];
  const due = time(dueAt);
  const end = finishedAt === null ? now : time(finishedAt);
  if (state === 'lapsed') return end === due ? [] : [`"${name}" was due at ${text(due)}, but lapsed at ${text(end)}`];
  const isOverdue = record.firings.some(
    ({ instance, owner, dueAt: at }) => instance === step.instance && owner === step.termKey && time(at) === due,
  );
  if (end <= due || isOverdue) return [];
  return [`"${name}" was due at ${text(due)} and did not lapse until ${text(end)}`];
}

/** Whether the clock stood when the task ended, or stands now: then nothing runs out. */
function stoodAtEnd({ acts }: CaseRecord, { instance, termKey, finishedAt }: RecordedStep): boolean {
  const end = finishedAt === null ? Infinity : time(finishedAt);
  return acts.some(({ kind, instance: where, key, at, endedAt }) => {
    const own = kind === 'suspend' && where === instance && key === termKey;
    return own && time(at) <= end && (endedAt === null || time(endedAt) > end);
  });
}

/** A lapse hands the case over at that instant and is counted once; or it closes the case. */
function escalations(record: CaseRecord): string[] {
  const { lines, escalations: counted } = record;
  const beside = besideOf(record);
  const began = new Set(ownSteps(record).map(({ receivedAt }) => time(receivedAt)));
  // What nobody made of a callback closes the case, and the history says so in the next line.
  const lapsed = lines.flatMap((line, n) =>
    line.kind === 'lapsed' && !beside.has(line.diagram ?? '') ? [{ ...line, closes: isEnd(lines[n + 1], line) }] : [],
  );
  const faults = lapsed.flatMap(({ element, at, goesOn, closes }) => {
    const what = `the lapse of "${element}" at ${text(time(at))}`;
    if (!closes && !began.has(time(at))) return [`${what} hands the case to nobody`];
    return closes === goesOn ? [`${what} says that ${goesOn ? 'somebody' : 'nobody'} goes on`] : [];
  });
  const handed = lapsed.filter(({ closes }) => !closes).length;
  return handed === counted ? faults : [...faults, `${handed} hand-overs by lapse, ${counted} counted`];
}

type Line = CaseRecord['lines'][number];

function isEnd(next: Line | undefined, { at }: Line): boolean {
  return next?.kind === 'closed' && time(next.at) === time(at);
}

/** Who helps has at least one working day less than who leads. */
function helpers(record: CaseRecord, { ends }: Judge): string[] {
  return record.steps.flatMap((step) => {
    const side = sideOf(record, step);
    if (!side || !helperKinds.has(side.kind) || step.dueAt === null) return [];
    const lead = record.steps.find(({ instance, key }) => instance === side.forInstance && key === side.forKey);
    if (!lead || lead.dueAt === null) return [];
    if (ends.between(time(step.dueAt), time(lead.dueAt)) >= 1) return [];
    return [`a helper of "${lead.name}" has until ${text(time(step.dueAt))}, the lead until ${text(time(lead.dueAt))}`];
  });
}

/** Nothing acts on an ended case: no open task, no timer, no running process, no line in its history. */
function over(record: CaseRecord): string[] {
  const { state, timers, running } = record;
  const late = linesAfterEnd(record).map(({ kind, at }) => `"${kind}" happened to it at ${at}, when it was over`);
  if (state === 'open') return late;
  const sides = new Set(record.sides.map(({ instance }) => instance));
  const left = [
    ...openOwn(record).map(({ name }) => `the task "${name}"`),
    ...timers.filter(({ instance }) => !sides.has(instance)).map(({ element }) => `the timer "${element}"`),
    ...running.filter((instance) => !sides.has(instance)).map(() => 'a running process'),
  ];
  return [...late, ...left.map((what) => `it is ${state} and has ${what}`)];
}

/** Time in the history does not run backwards. */
function forwards({ lines }: CaseRecord): string[] {
  return lines.flatMap(({ at, kind }, n) => {
    const before = lines[n - 1];
    return before && time(before.at) > time(at)
      ? [`"${kind}" of ${at} stands behind "${before.kind}" of ${before.at}`]
      : [];
  });
}

/** Every rung of the ladder takes effect once; reminders keep to once a day and three a case. */
function ladder({ ladder: { climbs, urges, ...done } }: CaseRecord): string[] {
  const counts = [
    ['remind', done.reminders],
    ['order', done.orders],
    ['bulletin', done.bulletins],
    ['talk-repeated', done.talks],
  ] as const;
  const twice = climbs.length - new Set(climbs.map(({ rung, stage }) => `${rung} ${stage}`)).size;
  return [
    ...counts.flatMap(([name, count]) => {
      const climbed = climbs.filter(({ rung, covered }) => rung.startsWith(name) && !covered).length;
      return climbed === count ? [] : [`${climbed} rungs "${name}" were climbed, but ${count} took effect`];
    }),
    ...(twice > 0 ? [`${twice} rungs were climbed twice`] : []),
    ...(urges.length > 3 || new Set(urges).size < urges.length ? [`it was urged on ${urges.join(', ')}`] : []),
  ];
}

const ends = new Set(['closed', 'withdrawn']);
/** What may still be said of a case that is over; the second of two ways of ending it names the first. */
const afterwards = new Set(['rated', 'supervised', 'declined', 'followed-up', 'copied', 'contacted', 'contact-tried']);

function linesAfterEnd({ lines, sides }: CaseRecord): CaseRecord['lines'] {
  const beside = besideOf({ sides });
  let end = Infinity;
  return lines.filter(({ kind, at, diagram }) => {
    if (kind === 'reopened') end = Infinity;
    const late = time(at) > end && !afterwards.has(kind) && !beside.has(diagram ?? '');
    if (ends.has(kind)) end = Math.min(end, time(at));
    return late;
  });
}

/** Keys of the diagrams that go on beside the case's own. */
function besideOf({ sides }: Pick<CaseRecord, 'sides'>): ReadonlySet<string> {
  return new Set(sides.map(({ kind }) => kind));
}

function ownSteps({ steps, sides }: CaseRecord): RecordedStep[] {
  const beside = new Set(sides.map(({ instance }) => instance));
  return steps.filter(({ instance }) => !beside.has(instance));
}

function openOwn(record: CaseRecord): RecordedStep[] {
  return ownSteps(record).filter(({ state }) => state === 'open');
}

function sideOf({ sides }: CaseRecord, { instance }: RecordedStep): CaseRecord['sides'][number] | undefined {
  return sides.find((side) => side.instance === instance);
}

/** Several tasks may stand under one clock, one after the other; the last one tells what it says. */
function lastOfTerms({ steps }: CaseRecord): RecordedStep[] {
  const last = new Map(steps.map((step) => [`${step.instance} ${step.termKey} ${step.dueEvent}`, step]));
  return [...last.values()];
}

function beginOf({ steps }: CaseRecord, { instance, termKey }: RecordedStep): number {
  const under = steps.filter((step) => step.instance === instance && step.termKey === termKey);
  return Math.min(...under.map(({ receivedAt }) => time(receivedAt)));
}

/** What moved the clock of a task as long as the task was there, in the order in which it took effect. */
function ledgerOf({ acts }: CaseRecord, { instance, termKey, finishedAt }: RecordedStep): TermChange[] {
  const until = finishedAt === null ? Infinity : time(finishedAt);
  const changes = acts
    .filter((act) => act.instance === instance && act.key === termKey)
    .flatMap(({ kind, at, days, endedAt }): { readonly at: number; readonly change: TermChange }[] => {
      if (kind === 'extend') return [{ at: time(at), change: { days: days ?? 0 } }];
      return endedAt === null ? [] : [{ at: time(endedAt), change: { from: time(at), to: time(endedAt) } }];
    });
  return changes
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at)
    .map(({ change }) => change);
}

function time(instant: string): number {
  return Date.parse(instant);
}

function text(instant: number): string {
  return new Date(instant).toISOString();
}
