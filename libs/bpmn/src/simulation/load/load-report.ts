import { DateTime } from 'luxon';
import type { CompiledDefinitions } from '../../model/compiled-process.js';
import type { LivedCase } from './simulate-case.js';
import type { Visit, VisitEnd } from './visits.js';

/** Where the cases of a load waited, and what lapsed. */
export interface LoadReport {
  readonly cases: number;
  readonly completed: number;
  /** Neither completed nor terminated when the simulation ended. */
  readonly open: number;
  /** Held by an incident. */
  readonly incidents: number;
  /** Cases with a lapse, and lapses in all. */
  readonly lapsedCases: number;
  readonly lapses: number;
  readonly elements: readonly ElementLoad[];
}

/** What happened at one element, in the order of the diagram. */
export interface ElementLoad {
  readonly process: string;
  readonly element: string;
  readonly name: string;
  readonly arrived: number;
  readonly completed: number;
  readonly lapsed: number;
  readonly cancelled: number;
  readonly open: number;
  /** Most cases that were here at the same instant. */
  readonly peak: number;
  /** Hours of the stays that ended, elapsed or as `hoursBetween` counts; null when none did. */
  readonly hours: { readonly mean: number; readonly median: number; readonly p90: number; readonly max: number } | null;
}

/** Hours from one instant to another. */
type HoursBetween = (from: string, to: string) => number;

/** Sums up cases that were lived one by one; `hoursBetween` counts how long they stayed, e.g. by a calendar. */
export function reportOf(
  lived: readonly LivedCase[],
  definitions: CompiledDefinitions,
  hoursBetween: HoursBetween = elapsedHours,
): LoadReport {
  const visits = new Map<string, Visit[]>();
  for (const visit of lived.flatMap((one) => one.visits)) {
    const place = `${visit.process} ${visit.element}`;
    const here = visits.get(place);
    if (here) here.push(visit);
    else visits.set(place, [visit]);
  }
  const elements = [...definitions.processes.values()].flatMap(({ id, nodes }) =>
    [...nodes.values()].flatMap((node) => {
      const here = visits.get(`${id} ${node.id}`);
      return here ? [elementLoad(here, node.name ?? node.id, hoursBetween)] : [];
    }),
  );
  return {
    cases: lived.length,
    completed: lived.filter(({ status }) => status === 'completed').length,
    open: lived.filter(({ status }) => status === 'active').length,
    incidents: lived.filter(({ incident }) => incident).length,
    lapsedCases: lived.filter((one) => one.visits.some(({ end }) => end === 'lapsed')).length,
    lapses: elements.reduce((sum, { lapsed }) => sum + lapsed, 0),
    elements,
  };
}

function elementLoad(visits: readonly Visit[], name: string, hoursBetween: HoursBetween): ElementLoad {
  const [first] = visits as readonly [Visit];
  const count = (end: VisitEnd | undefined) => visits.filter((visit) => visit.end === end).length;
  return {
    process: first.process,
    element: first.element,
    name,
    arrived: visits.length,
    completed: count('completed'),
    lapsed: count('lapsed'),
    cancelled: count('cancelled'),
    open: count(undefined),
    peak: peakOf(visits),
    hours: hoursOf(visits, hoursBetween),
  };
}

/** Who leaves at an instant makes room for who comes at it; who only passes does not count. */
function peakOf(visits: readonly Visit[]): number {
  const stays = visits.filter(({ from, to }) => to !== from);
  const changes = stays.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    ...(to === undefined ? [] : [{ at: to, by: -1 }]),
  ]);
  changes.sort((a, b) => (a.at === b.at ? a.by - b.by : a.at < b.at ? -1 : 1));
  let here = 0;
  let peak = 0;
  for (const { by } of changes) {
    here += by;
    peak = Math.max(peak, here);
  }
  return peak;
}

function hoursOf(visits: readonly Visit[], hoursBetween: HoursBetween): ElementLoad['hours'] {
  const hours = visits.flatMap(({ from, to }) => (to === undefined ? [] : [hoursBetween(from, to)]));
  if (hours.length === 0) return null;
  hours.sort((a, b) => a - b);
  const at = (share: number) => rounded(hours[Math.ceil(share * hours.length) - 1] ?? 0);
  const mean = rounded(hours.reduce((sum, each) => sum + each, 0) / hours.length);
  return { mean, median: at(0.5), p90: at(0.9), max: at(1) };
}

function elapsedHours(from: string, to: string): number {
  return DateTime.fromISO(to).diff(DateTime.fromISO(from), 'hours').hours;
}

function rounded(hours: number): number {
  return Math.round(hours * 10) / 10;
}
