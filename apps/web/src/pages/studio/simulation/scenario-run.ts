import type { Compilation, PlayedTurn, Scenario, ScenarioCheck, ScenarioPlay } from '@lianban/bpmn';
import type { CalendarDefinition } from '@lianban/calendar';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';
import { compileWithCalled } from './compile-with-called.js';

/** A scenario file that is opened, and the diagram that it is run on. */
export interface ScenarioOrder {
  readonly name: string;
  readonly text: string;
  readonly files: readonly StudioFile[];
  readonly processKey: string;
  readonly calendars: readonly CalendarDefinition[];
  readonly timeZone: string;
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** One scenario of a file on its way through the diagram. */
export class ScenarioRun {
  readonly turns: PlayedTurn[] = [];

  constructor(
    readonly scenario: Scenario,
    private readonly play: ScenarioPlay,
  ) {}

  get state(): 'waiting' | 'running' | 'passed' | 'failed' {
    if (this.turns.some(hasFailed)) return 'failed';
    if (this.turns.length === 0) return 'waiting';
    return this.turns.length === this.play.length ? 'passed' : 'running';
  }

  get now(): string {
    return this.play.now;
  }

  /** Whether there is a step to take. */
  get goesOn(): boolean {
    return this.turns.length < this.play.length && this.turns.at(-1)?.failure === undefined;
  }

  next(): void {
    const turn = this.play.next();
    if (turn) this.turns.push(turn);
  }

  toEnd(): void {
    while (this.goesOn) this.next();
  }

  /** Where the case is, where it has been, and at which elements something else was found than expected. */
  places(): Readonly<Record<'here' | 'passed' | 'wrong', ReadonlySet<string>>> {
    const seen = this.play.observe();
    const wrong = (this.turns.findLast(hasFailed)?.checks ?? []).flatMap((check) =>
      check.difference === undefined ? [] : elementsOf(check),
    );
    return { here: new Set(seen?.waiting), passed: new Set(seen?.completed), wrong: new Set(wrong) };
  }
}

/** Whether something went otherwise than the scenario says. */
function hasFailed({ failure, checks }: PlayedTurn): boolean {
  return failure !== undefined || checks.some(({ difference }) => difference !== undefined);
}

/** A scenario file, compiled with the diagram as drawn: each opening begins all its scenarios anew. */
export interface OpenScenarios {
  readonly definitions: NonNullable<Compilation['definitions']>;
  begin(): readonly ScenarioRun[];
}

/** A file that is no scenario file, with the reason in words. */
export class NoScenarioFile extends Error {}

/**
 * Opens a scenario file on files as they are drawn; which files it names itself does not matter.
 *
 * @throws NoScenarioFile, and Error in words when the files have errors
 */
export async function openScenarios(order: ScenarioOrder): Promise<OpenScenarios> {
  const [{ readScenarioFile, ScenarioPlay }, { createCalendars }] = await Promise.all([
    loadCore(),
    import('@lianban/calendar'),
  ]);
  const { scenarios, process = order.processKey } = readFile(readScenarioFile, order);
  const { definitions } = await compileWithCalled(order.files, order.filesOf);
  const compilation = { definitions, problems: [] };
  const context = { compilation, process, calendars: createCalendars(order.calendars), timeZone: order.timeZone };
  return {
    definitions,
    begin: () => scenarios.map((each) => new ScenarioRun(each, new ScenarioPlay(each, context, definitions))),
  };
}

function readFile(
  read: typeof import('@lianban/bpmn').readScenarioFile,
  { name, text }: ScenarioOrder,
): ReturnType<typeof read> {
  try {
    return read(name, text);
  } catch (error) {
    throw new NoScenarioFile(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** The elements that a check is about. */
function elementsOf({ what, expected, actual }: ScenarioCheck): readonly string[] {
  if (what === 'timers') return Object.keys(expected as object);
  if (!Array.isArray(expected)) return [];
  const named = expected as readonly string[];
  return what === 'waitingExactly' ? [...named, ...(actual as readonly string[])] : named;
}
