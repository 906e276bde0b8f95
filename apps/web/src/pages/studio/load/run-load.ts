import type { CompiledDefinitions, LivedCase, LoadCase, LoadOptions } from '@lianban/bpmn';
import type { Calendars } from '@lianban/calendar';
import { loadCore } from '../core.js';
import type { StudioFile } from '../../../api/studio.js';
import type { LoadOrder, LoadOutcome } from './load-order.js';
import { staysOf, variablesOf } from './past-load.js';

/** How many cases are lived between two reports of progress. */
const stride = 50;
/** How long a case is looked at from its start. */
const within = 'P1Y';
const hourMs = 3_600_000;
/** What a calendar counts at most: more never comes within the time that a case is looked at. */
const mostHours = 10_000;

/** Tells how many cases are lived, of all that are to be: each once in the diagram as drawn, once in the running one. */
type OnProgress = (done: number, total: number) => void;

/**
 * Lives the cases through both diagrams on virtual time.
 *
 * @throws Error in words when the files have errors
 */
export async function runLoad(order: LoadOrder, onProgress: OnProgress): Promise<LoadOutcome> {
  const [core, { createCalendars }] = await Promise.all([loadCore(), import('@lianban/calendar')]);
  const calendars = createCalendars(order.calendars);
  const { cases, handlingOf, known } = casesOf(order, calendars, core.PastHandling);
  const total = 2 * cases.length;
  const live = async (files: readonly StudioFile[], before: number) => {
    const definitions = await compiled(core, files);
    const shared = { definitions, calendars, timeZone: order.timeZone, process: order.processKey };
    const lived: LivedCase[] = [];
    const failures: string[] = [];
    for (const [number, one] of cases.entries()) {
      const until = core.addDuration(one.startsAt, within);
      try {
        lived.push(core.simulateCase(one, { ...shared, until, ...handlingOf(number) }));
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
      }
      if ((number + 1) % stride === 0) onProgress(before + number + 1, total);
    }
    const hoursBetween = (from: string, to: string) => calendars.get(order.calendar).worked(from, to) / hourMs;
    return { report: core.reportOf(lived, definitions, hoursBetween), definitions, failures };
  };
  const drawn = await live(order.drawn, 0);
  const running = await live(order.running, cases.length);
  const [reason] = drawn.failures;
  return {
    drawn: drawn.report,
    running: running.report,
    unknown: known ? stepsWithout(drawn.definitions, order.processKey, known) : [],
    failed: reason === undefined ? undefined : { count: drawn.failures.length, reason },
  };
}

type Core = Awaited<ReturnType<typeof loadCore>>;

interface Cases {
  readonly cases: readonly LoadCase[];
  readonly handlingOf: (number: number) => Pick<LoadOptions, 'doneAt' | 'outcome'>;
  /** Steps of which past cases tell how long they take; absent: the cases tell when they were ended instead. */
  readonly known?: ReadonlySet<string>;
}

function casesOf(
  { load, calendar, unknownHours }: LoadOrder,
  calendars: Calendars,
  PastHandling: Core['PastHandling'],
): Cases {
  if (load.kind === 'letters') return { cases: load.cases, handlingOf: () => ({}) };
  const counting = { calendars, calendar, now: load.now };
  const past = new PastHandling(
    load.cases.map((one) => staysOf(one, counting)),
    {
      after: (from, worked, own) => {
        const seconds = Math.round(Math.min(worked, mostHours * hourMs) / 1000);
        return seconds === 0 ? from : calendars.addDuration(own ?? calendar, from, `PT${seconds}S`);
      },
      unknown: unknownHours * hourMs,
    },
  );
  return {
    cases: load.cases.map((one) => ({ startsAt: one.receivedAt, variables: variablesOf(one) })),
    handlingOf: (number) => past.of(number),
    known: past.known,
  };
}

async function compiled({ compileDeployment }: Core, files: readonly StudioFile[]): Promise<CompiledDefinitions> {
  const { definitions } = await compileDeployment(files);
  if (!definitions) throw new Error('the files have errors');
  return definitions;
}

/** Names of the steps that people do, and that nothing is known of. */
function stepsWithout({ processes }: CompiledDefinitions, key: string, known: ReadonlySet<string>): string[] {
  const nodes = [...(processes.get(key)?.nodes.values() ?? [])];
  return nodes.filter(({ id, type }) => type === 'userTask' && !known.has(id)).map(({ id, name }) => name ?? id);
}
