import type { Command } from '../core/command.js';
import type { Environment } from '../core/environment.js';
import type { EngineEvent } from '../core/event.js';
import type { InstanceState } from '../core/state.js';
import { step } from '../core/step.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import type { Problem } from '../model/problem.js';
import { abstractProcess, type AbstractProcess } from './abstract-process.js';
import { isOneToken, markingOf, twiceAt } from './marking.js';
import { movesIn } from './moves.js';

/** What came of trying everything that can happen in a process. */
export interface Exploration {
  /** Warnings: deadlocks, tokens that are not synchronised, loops without a pause, elements that are never reached. */
  readonly findings: readonly Problem[];
  /** False when there were too many states to see all of them; then nothing is said to be unreachable. */
  readonly complete: boolean;
  readonly states: number;
}

export interface ExploreLimits {
  readonly states?: number;
  readonly steps?: number;
}

interface Found {
  readonly state: InstanceState;
  /**
   * Events that do not interrupt and have happened: tokens beside each other are meant then. Each is tried once, until
   * what it began is over and one token is left.
   */
  readonly split: readonly string[];
}

const environment: Environment = {
  now: '2026-01-02T00:00:00.000Z',
  newId: () => 'called',
  calendars: { has: () => true, addDuration: (_calendar, from) => from, addPause: (_calendar, dueAt) => dueAt },
  decisions: new Map(),
  workBudget: 2_000,
};

/**
 * Tries every order in which tasks can be completed, events can come and flows can be chosen, on the engine's own core,
 * until no new state is found or a limit is reached.
 */
export function explore(original: CompiledProcess, limits: ExploreLimits = {}): Exploration {
  const { states: mostStates = 5_000, steps: mostSteps = 40_000 } = limits;
  const explored = abstractProcess(original);
  const findings = new Findings(original);
  const visited = new Set<string>();
  const known = new Set<string>();
  const queue: Found[] = [];
  let steps = 0;
  const take = (before: Found | undefined, command: Command, splits?: string): void => {
    steps += 1;
    const result = step(explored.process, before?.state, command, environment);
    if (result.outcome === 'rejected') return;
    note(visited, result.events);
    const split = [...(before?.split ?? []), ...(splits === undefined ? [] : [splits])].sort();
    const found = { state: result.state, split: isOneToken(result.state) ? [] : split };
    const marking = `${found.split.join()} ${markingOf(found.state)}`;
    if (known.has(marking)) return;
    known.add(marking);
    if (goesOn(explored, found, findings)) queue.push(found);
  };
  for (const command of startsOf(original)) take(undefined, command);
  while (queue.length > 0 && known.size < mostStates && steps < mostSteps) {
    const found = queue.shift();
    if (!found) break;
    for (const { command, splits } of movesIn(explored, found.state))
      if (splits === undefined || !found.split.includes(splits)) take(found, command, splits);
  }
  const complete = queue.length === 0 && explored.unexplored.length === 0;
  if (complete && findings.all.length === 0) findings.unreached(visited);
  return { findings: findings.all, complete, states: known.size };
}

function startsOf(process: CompiledProcess): Command[] {
  const start = { type: 'start' as const, instanceId: 'explored', variables: {} };
  const none = (process.scopes.get(process.id)?.startEvents.length ?? 0) > 0 ? [start] : [];
  return [...none, ...process.starts.map(({ elementId }) => ({ ...start, startEvent: elementId }))];
}

function note(visited: Set<string>, events: readonly EngineEvent[]): void {
  for (const event of events)
    if (event.type === 'element-activated') visited.add(event.elementId.replace(' (choice)', ''));
}

/** Whether a state leads on; what is wrong with it is noted. */
function goesOn(explored: AbstractProcess, { state, split }: Found, findings: Findings): boolean {
  if (state.status !== 'active') return false;
  const incidents = Object.values(state.incidents);
  const endless = incidents.find(({ code }) => code === 'work-budget-exceeded');
  if (endless) findings.endless(endless.elementId);
  if (incidents.length > 0) return false;
  const twice = split.length > 0 ? undefined : twiceAt(state);
  if (twice !== undefined) {
    findings.notSynchronised(twice);
    return false;
  }
  if (movesIn(explored, state).length > 0) return true;
  if (explored.unexplored.length === 0) findings.deadlock(state);
  return false;
}

/** Findings in words, each once. */
class Findings {
  readonly #problems = new Map<string, Problem>();

  constructor(private readonly process: CompiledProcess) {}

  get all(): Problem[] {
    return [...this.#problems.values()];
  }

  deadlock(state: InstanceState): void {
    const joins = Object.values(state.arrivals).flatMap((gateways) => Object.entries(gateways));
    for (const [gateway, flows] of joins) {
      const missing = (this.process.nodes.get(gateway)?.incoming ?? []).filter((flow) => !flows[flow]);
      const sources = missing.map((flow) => `"${this.process.flows.get(flow)?.source ?? flow}"`).join(', ');
      this.#add(
        'deadlock',
        gateway,
        `${this.#name(gateway)} can wait for ever for a token from ${sources}: join only what always comes together, or join with an inclusive or exclusive gateway`,
      );
    }
    if (joins.length === 0)
      for (const { elementId, scope } of Object.values(state.elements))
        if (scope !== null)
          this.#add(
            'deadlock',
            elementId,
            `a token can stay at ${this.#name(elementId)} for ever: nothing continues it`,
          );
  }

  notSynchronised(id: string): void {
    this.#add(
      'lack-of-synchronisation',
      id,
      `two tokens can be at ${this.#name(id)} at once, so that it and all behind it happen twice: join the branches before it with a parallel or inclusive gateway`,
    );
  }

  endless(id: string): void {
    this.#add(
      'livelock',
      id,
      `a token can go round ${this.#name(id)} for ever without a pause: put a wait or a way out into the loop`,
    );
  }

  unreached(visited: ReadonlySet<string>): void {
    for (const node of this.process.nodes.values())
      if (!visited.has(node.id) && !this.#isAside(node.id))
        this.#add(
          'dead-path',
          node.id,
          `${this.#name(node.id)} is never reached, whatever happens: mend what leads to it, or take it away`,
        );
  }

  /** Compensation begins only when something is undone, and is not explored on its own. */
  #isAside(id: string): boolean {
    const node = this.process.nodes.get(id);
    if (!node) return true;
    if ('forCompensation' in node && node.forCompensation) return true;
    if (node.type === 'boundaryEvent' && ['compensation', 'cancel'].includes(node.trigger.type)) return true;
    return this.process.nodes.has(node.scope) && this.#isAside(node.scope);
  }

  #name(id: string): string {
    const name = this.process.nodes.get(id)?.name;
    return name ? `"${id}" (${name.replaceAll(/\s+/g, ' ')})` : `"${id}"`;
  }

  #add(code: string, element: string, message: string): void {
    const key = `${code} ${element}`;
    if (!this.#problems.has(key)) this.#problems.set(key, { severity: 'warning', code, element, message });
  }
}
