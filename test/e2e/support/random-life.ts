import {
  AssistService,
  CaseQueryService,
  ClockActs,
  PauseCaps,
  RatingService,
  ReopeningService,
  ResidentActs,
  ReturnService,
  SideProcesses,
  SupervisionService,
  TaskService,
  UrgeService,
  WithdrawalService,
  type RegisteredCase,
} from '@lianban/casework';
import { demoPeople, type Principal } from '@lianban/identity';
import { DomainError } from '@lianban/platform';
import type { DefaultWorld } from './default-world.js';

type CaseTask = Awaited<ReturnType<CaseQueryService['get']>>['tasks'][number];

/** One thing that somebody does to a case, or tries to. */
interface Deed {
  readonly name: string;
  /** How likely it is for a task, beside the others; what makes no sense is tried now and then all the same. */
  readonly weight: (task: CaseTask) => number;
  do(who: Principal, filed: RegisteredCase, task: CaseTask): Promise<unknown>;
}

const reasons = ['papers', 'appraisal', 'hearing', 'court', 'policy'];
const departments = ['dept-urban', 'dept-housing', 'dept-traffic', 'dept-police', 'dept-health'];

/** People who do random things to cases. The numbers decide everything, so the same numbers give the same life. */
export class RandomLife {
  /** How often each deed happened, and how often each rule forbade one. */
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();
  readonly #world: DefaultWorld;
  readonly #numbers: Iterator<number>;
  readonly #people = new Map<string, Principal>();
  readonly #deeds: readonly Deed[];

  constructor(world: DefaultWorld, numbers: Iterable<number>) {
    this.#world = world;
    this.#numbers = numbers[Symbol.iterator]();
    this.#deeds = [...this.#clockDeeds(), ...this.#taskDeeds(), ...this.#caseDeeds()];
  }

  /** A whole number from 0, smaller than `limit`. */
  below(limit: number): number {
    const next = this.#numbers.next();
    if (next.done) throw new Error('expected more random numbers, but they have run out');
    return next.value % limit;
  }

  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new Error('expected something to pick from, but the list is empty');
    return chosen;
  }

  async person(username: string): Promise<Principal> {
    const known = this.#people.get(username) ?? (await this.#world.person(username));
    this.#people.set(username, known);
    return known;
  }

  /** One random deed on a case by somebody of the unit that has it; a refusal by a rule is part of life. */
  async act(filed: RegisteredCase): Promise<void> {
    const { tasks, state } = await this.#world.get(CaseQueryService).get(await this.person('leader'), filed.id);
    if (tasks.length === 0) {
      if (state === 'closed') await this.#try('after', () => this.#afterwards(filed));
      return;
    }
    const task = this.pick(tasks);
    const who = await this.#handOf(task);
    const total = this.#deeds.reduce((sum, { weight }) => sum + weight(task), 0);
    let lot = this.below(total);
    const deed = this.#deeds.find(({ weight }) => (lot -= weight(task)) < 0);
    if (deed) await this.#try(deed.name, () => deed.do(who, filed, task));
  }

  /** What the worker does once a minute. */
  async watch(): Promise<void> {
    await this.#world.get(PauseCaps).resumeOverdue();
    await this.#world.get(SideProcesses).endLeft();
  }

  async #try(name: string, deed: () => Promise<unknown>): Promise<void> {
    try {
      await deed();
      this.done.set(name, (this.done.get(name) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.refused.set(error.code, (this.refused.get(error.code) ?? 0) + 1);
    }
  }

  /** Who holds the task, or else somebody of its unit. */
  async #handOf({ unit, assignee }: CaseTask): Promise<Principal> {
    const held = demoPeople.find(({ displayName }) => displayName === assignee);
    if (held) return await this.person(held.username);
    for (const { username } of demoPeople) {
      const person = await this.person(username);
      if (person.permissions.has('task.handle') && person.units.some(({ name }) => name === unit)) return person;
    }
    throw new Error(`expected somebody in "${unit}", but nobody works there`);
  }

  #clockDeeds(): Deed[] {
    const clocks = this.#world.get(ClockActs);
    const opinion = '随机办理';
    return [
      {
        name: 'suspend',
        weight: ({ light }) => (light === 'paused' ? 1 : 8),
        do: (who, { id }) => clocks.suspend(who, id, { reason: this.pick(reasons), opinion }),
      },
      {
        name: 'resume',
        weight: ({ light }) => (light === 'paused' ? 12 : 1),
        do: (who, { id }) => clocks.resume(who, id, { opinion }),
      },
      {
        name: 'extend',
        weight: () => 6,
        do: (who, { id }) => clocks.extend(who, id, { days: 1 + this.below(10), opinion }),
      },
    ];
  }

  #taskDeeds(): Deed[] {
    const tasks = this.#world.get(TaskService);
    const opinion = '随机办理';
    return [
      {
        name: 'claim',
        weight: ({ assignee }) => (assignee === null ? 40 : 2),
        do: (who, _, task) => tasks.claim(who, task.id),
      },
      { name: 'release', weight: () => 4, do: (who, _, task) => tasks.release(who, task.id) },
      {
        name: 'complete',
        weight: () => 16,
        do: (who, _, task) => {
          const outcome = this.pick(task.outcomes).id;
          const named = ['route', 'grant', 'rule'].includes(outcome);
          return tasks.complete(who, task.id, {
            outcome,
            opinion,
            ...(named && { variables: { chosenDepartment: this.pick(departments) } }),
          });
        },
      },
      {
        name: 'return',
        weight: ({ outcomes }) => (outcomes.some(({ act }) => act === 'return') ? 20 : 1),
        do: (who, { id }) =>
          this.#world.get(ReturnService).return(who, id, {
            legalBasis: '三定方案',
            evidence: '照片',
            suggestedUnit: this.pick(departments),
            opinion,
          }),
      },
      {
        name: 'assist',
        weight: () => 5,
        do: (who, { id }) => this.#world.get(AssistService).assist(who, id, { unit: this.pick(departments), opinion }),
      },
    ];
  }

  #caseDeeds(): Deed[] {
    const opinion = '随机办理';
    return [
      { name: 'urge', weight: () => 3, do: (who, { id }) => this.#world.get(UrgeService).urge(who, id, { opinion }) },
      {
        name: 'supervise',
        weight: () => 2,
        do: async (_, { id }) =>
          await this.#world
            .get(SupervisionService)
            .supervise(await this.person('supervisor'), id, { trigger: 'overdue', days: 3, opinion }),
      },
      {
        name: 'rate',
        weight: () => 2,
        do: (who, { id }) => this.#world.get(RatingService).rate(who, id, { grade: 1 + this.below(5) }),
      },
      {
        name: 'withdraw',
        weight: () => 1,
        do: (who, { id }) => this.#world.get(WithdrawalService).withdraw(who, id, { opinion }),
      },
    ];
  }

  async #afterwards({ id, code, queryCode }: RegisteredCase): Promise<void> {
    const opinion = '仍未解决';
    if (this.below(2) === 0)
      await this.#world.get(ResidentActs).rate(code, { queryCode, grade: 1 + this.below(5), opinion });
    else await this.#world.get(ReopeningService).reopen(await this.person('supervisor'), id, { opinion });
  }
}
