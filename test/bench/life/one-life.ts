import { ClockActs, ReopeningService, ResidentActs, TaskService, type RegisteredCase } from '@lianban/casework';
import { DomainError } from '@lianban/platform';
import { complete, deeds, idOf, type Deed, type Scene, type Turn } from './deeds.js';
import type { CaseRecord, RecordedStep } from './case-record.js';
import { helperKinds } from './invariants.rules.js';
import type { LifeCount } from './life-count.js';

const minute = 60_000;
/** After so many turns people only answer. */
const mostDeeds = 30;
/** What is tried when a case is over, and has to be refused. */
const triesAtEnd = 3;
const opinion = '按职责办理。';

/** What one letter goes through, turn by turn. */
export class OneLife {
  readonly filed: RegisteredCase;
  turns = 0;
  /** Nobody turns to it any more. */
  isOver = false;
  readonly #scene: Scene;
  readonly #count: LifeCount;
  /** From then on whoever holds the case answers; some never hurry. */
  readonly #answersFrom: number;
  /** How often the resident still speaks up once it is closed. */
  #words: number;

  constructor(filed: RegisteredCase, answersFrom: number, scene: Scene, count: LifeCount) {
    this.filed = filed;
    this.#answersFrom = scene.numbers.chance(50) ? answersFrom : Infinity;
    this.#scene = scene;
    this.#count = count;
    this.#words = scene.numbers.below(3);
  }

  /** Somebody does one thing. Gives what it was called, and with what code it was refused. */
  async turn(record: CaseRecord): Promise<string> {
    this.turns += 1;
    if (record.state !== 'open') return await this.#afterwards(record);
    const open = record.steps.filter(({ state }) => state === 'open');
    const answers = this.turns > mostDeeds || this.#scene.now().getTime() >= this.#answersFrom;
    return answers ? await this.#answer(record, open) : await this.#act(open);
  }

  /** When somebody turns to the case next. */
  nextAfter(record: CaseRecord): number {
    const now = this.#scene.now().getTime();
    const { numbers } = this.#scene;
    const dues = record.steps.flatMap(({ state, dueAt }) => (state === 'open' && dueAt ? [Date.parse(dueAt)] : []));
    const due = Math.min(...dues.filter((at) => at > now));
    if (!Number.isFinite(due) || numbers.chance(25)) return now + numbers.below(3 * 24 * 60) * minute;
    return numbers.pick([
      () => due - 1_000,
      () => due,
      () => due + 1_000,
      () => due + numbers.below(4 * 24) * 60 * minute,
      ...Array.from({ length: 8 }, () => () => now + Math.floor(((due - now) * numbers.below(1_000)) / 1_000)),
    ])();
  }

  async #act(open: readonly RecordedStep[]): Promise<string> {
    const { numbers } = this.#scene;
    const step = numbers.pick(open);
    const deed = numbers.weighed(deeds, ({ weight }) => weight(step));
    if (!deed) return 'nothing';
    const turn = await this.#turnTo(step, numbers.chance(75));
    return await this.#try(() => deed.do(this.#scene, turn));
  }

  /** Whoever holds the case finishes: first who stands in the way of the others. */
  async #answer({ sides }: CaseRecord, open: readonly RecordedStep[]): Promise<string> {
    const kindOf = ({ instance }: RecordedStep) => sides.find((side) => side.instance === instance)?.kind;
    const own = open.find((step) => kindOf(step) === undefined);
    const step = open.find((each) => helperKinds.has(kindOf(each) ?? '')) ?? own ?? this.#scene.numbers.pick(open);
    const turn = await this.#turnTo(step, true);
    const settling = step.properties['callback'] !== 'true' || this.#scene.numbers.chance(75);
    return await this.#try(async () => {
      if (step.suspended && this.#scene.numbers.chance(50)) {
        await this.#scene.get(ClockActs).resume(turn.who, this.filed.id, { opinion, task: idOf(step) });
        return 'resume';
      }
      return await complete(this.#scene, turn, settling);
    });
  }

  /** The resident, or who supervises, is not content with the end; at last everybody is refused what is too late. */
  async #afterwards({ state, steps }: CaseRecord): Promise<string> {
    const { get, numbers, people } = this.#scene;
    const { id, code, queryCode } = this.filed;
    if (state === 'closed' && this.#words > 0) {
      this.#words -= 1;
      return await this.#try(async () => {
        if (numbers.chance(30)) {
          const [supervisor] = people.with('supervision.order');
          if (supervisor) await get(ReopeningService).reopen(supervisor, id, { opinion });
          return 'reopen';
        }
        await get(ResidentActs).rate(code, { queryCode, grade: 1 + numbers.below(5), opinion });
        return 'rate:resident';
      });
    }
    this.isOver = true;
    const own = steps.filter((step) => step.state !== 'open');
    const late = deeds.filter(({ endsWithCase }) => endsWithCase);
    for (let n = 0; n < triesAtEnd; n += 1) await this.#tooLate(numbers.pick(late), numbers.pick(own));
    return 'over';
  }

  /** @throws Error where somebody may still act */
  async #tooLate(deed: Deed, step: RecordedStep): Promise<void> {
    const turn = await this.#turnTo(step, false);
    try {
      const done = await deed.do(this.#scene, turn);
      throw new Error(`"${done}" was not refused on "${step.name}", which is ${step.state}, of a case that is over`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.#count.late += 1;
    }
  }

  /** Somebody of the unit, or who holds the task already; `claims`: they take it into their hands first. */
  async #turnTo(step: RecordedStep, claims: boolean): Promise<Turn> {
    const { get, numbers, people } = this.#scene;
    const hands = people.handsOf(step);
    if (hands.length === 0)
      throw new Error(`expected somebody for "${step.name}" in "${step.unit}", but nobody works there`);
    const stranger = numbers.chance(3);
    const who = numbers.pick(stranger ? people.ofKind('street') : hands);
    const takes = claims && !stranger && step.assignee === null && step.state === 'open';
    if (takes) await this.#try(async () => (await get(TaskService).claim(who, idOf(step)), 'claim'));
    return { filed: this.filed, step: takes ? { ...step, assignee: who.accountId } : step, who };
  }

  /** A refusal by a rule is part of life. */
  async #try(deed: () => Promise<string>): Promise<string> {
    try {
      return this.#count.did(await deed());
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return this.#count.refuse(error.code);
    }
  }
}

/** How long a life lasts at most, in turns, before it is taken for one that never ends. */
export const mostTurns = mostDeeds + 60;
