import { createWorkingCalendar, defaultCalendars } from '@lianban/calendar';
import {
  caseDraftSchema,
  CatalogueService,
  IntakeService,
  Ladder,
  PauseCaps,
  SideProcesses,
  TrailService,
  type RegisteredCase,
} from '@lianban/casework';
import { TimerService } from '@lianban/engine';
import type { ManualClock } from '@lianban/platform';
import type { District } from '../day/district.js';
import { readCaseRecord } from './case-record.js';
import type { Scene } from './deeds.js';
import { brokenRules, type Judge } from './invariants.rules.js';
import { LifeCount } from './life-count.js';
import { Numbers } from './numbers.js';
import { mostTurns, OneLife } from './one-life.js';
import { People } from './people.js';
import { TermEnds } from './term-end.js';
import type { TermOf } from './terms.js';

/** A letter, and when its resident was answered; times are ISO 8601. */
export interface LivedLetter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly filedAt: string;
  readonly repliedAt: string;
}

/** A letter with the seed of its own random numbers. */
export interface SeededLetter {
  readonly letter: LivedLetter;
  readonly seed: number;
}

/** A rule that did not hold. */
export interface Violation {
  readonly id: string;
  /** Of its letter's life, from 1. */
  readonly step: number;
  readonly at: string;
  /** What was done last. */
  readonly act: string;
  readonly broken: string;
}

/** What residents come with; most come with what has no rules of its own. */
const kinds = ['help', 'help', 'help', 'complaint', 'suggestion', 'consult', 'report', 'backlog'];

/** What became of one letter. */
export interface LivedRow {
  readonly id: string;
  /** State of its case at the end. */
  readonly end: string;
  /** What was done, turn by turn. */
  readonly acts: readonly string[];
}

interface Entry extends SeededLetter {
  readonly acts: string[];
  next: number;
  life?: OneLife;
}

/** Lives letters through one district, one turn of one case after the other in the order of time. */
export class Lives {
  readonly count: LifeCount;
  readonly violations: Violation[] = [];
  /** Of the lives that came to their end, in the order of their ends. */
  readonly rows: LivedRow[] = [];
  readonly #district: District;
  readonly #people: People;
  readonly #judge: Omit<Judge, 'now'>;
  #categories: readonly string[] = [];

  constructor(district: District, termOf: TermOf, count: LifeCount) {
    this.#district = district;
    this.#people = new People(district.staff);
    this.#judge = { termOf, ends: chinaTermEnds() };
    this.count = count;
  }

  /** What becomes of one letter does not depend on the others. */
  async live(letters: readonly SeededLetter[]): Promise<void> {
    const { engine } = this.#district;
    this.#categories = (await engine.get(CatalogueService).categories()).flatMap(({ children }) =>
      children.map(({ code }) => code),
    );
    await this.#liveAll(letters.map((each) => ({ ...each, acts: [], next: Date.parse(each.letter.filedAt) })));
  }

  /** Lives on with cases that are there already, in which somebody answers soon. */
  async goOn(cases: readonly RegisteredCase[]): Promise<void> {
    const now = this.#clock.now();
    const at = now.toISOString();
    await this.#liveAll(
      cases.map((filed, seed) => {
        const letter = { id: filed.code, title: '', text: '', filedAt: at, repliedAt: at };
        const life = new OneLife(filed, now.getTime(), this.#sceneOf(new Numbers(seed)), this.count);
        return { letter, seed, acts: [], next: now.getTime(), life };
      }),
    );
  }

  async #liveAll(waiting: Entry[]): Promise<void> {
    while (waiting.length > 0) {
      const at = waiting.reduce((first, { next }, n) => (next < (waiting[first]?.next ?? Infinity) ? n : first), 0);
      const entry = waiting[at];
      if (!entry || (await this.#turn(entry))) continue;
      waiting.splice(at, 1);
    }
  }

  /** One turn of one letter; whether there are more. */
  async #turn(entry: Entry): Promise<boolean> {
    let act = 'register';
    try {
      await this.#advanceTo(entry.next);
      if (entry.life)
        act = await entry.life.turn(await readCaseRecord(this.#district.engine.database, entry.life.filed.id));
      else entry.life = await this.#register(entry);
      return await this.#check(entry, entry.life, act);
    } catch (error) {
      this.#violate(entry, act, error instanceof Error ? (error.stack ?? error.message) : String(error));
      return false;
    }
  }

  async #register({ letter, seed }: Entry): Promise<OneLife> {
    const numbers = new Numbers(seed);
    const scene = this.#sceneOf(numbers);
    const draft = caseDraftSchema.parse({
      title: letter.title.slice(0, 100),
      text: letter.text || letter.title,
      channel: 'phone',
      category: numbers.pick(this.#categories),
      kind: numbers.pick(kinds),
      urgency: numbers.chance(15) ? 'urgent' : 'normal',
    });
    const filed = await scene.get(IntakeService).register(numbers.pick(this.#people.ofKind('station')), draft);
    this.count.did('register');
    return new OneLife(filed, Date.parse(letter.repliedAt), scene, this.count);
  }

  #sceneOf(numbers: Numbers): Scene {
    const { engine, clock } = this.#district;
    return { get: (type) => engine.get(type), now: () => clock.now(), people: this.#people, numbers };
  }

  async #check(entry: Entry, life: OneLife, act: string): Promise<boolean> {
    const { engine, clock } = this.#district;
    const record = await readCaseRecord(engine.database, life.filed.id);
    const broken = brokenRules(record, { ...this.#judge, now: clock.now().getTime() });
    this.count.checks += 1;
    if (life.isOver || broken.length > 0) {
      const line = await engine.get(TrailService).firstBrokenLine(life.filed.id);
      if (line !== undefined) broken.push(`line ${line} of its history was changed`);
    }
    if (life.turns > mostTurns) broken.push(`it has not ended after ${life.turns} turns`);
    for (const each of broken) this.#violate(entry, act, each);
    entry.acts.push(act);
    if (life.isOver) {
      this.rows.push({ id: entry.letter.id, end: record.state, acts: entry.acts });
      const lapsed = record.steps.filter(({ state }) => state === 'lapsed');
      this.count.ended(
        record.state,
        lapsed.map(({ element }) => element),
      );
    }
    entry.next = life.nextAfter(record);
    return !life.isOver && broken.length === 0;
  }

  /**
   * Moves the clock as the worker does: a pause that has lasted as long as it may ends, and a rung of the supervision
   * ladder is climbed, at that very instant.
   */
  async #advanceTo(instant: number): Promise<void> {
    const { engine } = this.#district;
    for (;;) {
      await this.#climb();
      const [row] = await engine.database.query<{ next: Date | null }>({
        name: 'life-next-duty',
        text: `SELECT least((SELECT min(until) FROM casework.case_act WHERE kind = 'suspend' AND ended_at IS NULL),
                 (SELECT min(look_at) FROM casework.ladder_watch)) AS next`,
      });
      const next = row?.next?.getTime() ?? Infinity;
      if (next > instant || next <= this.#clock.now().getTime()) break;
      await this.#moveTo(next);
      await engine.get(PauseCaps).resumeOverdue();
    }
    await this.#moveTo(instant);
    await this.#climb();
    await engine.get(SideProcesses).endLeft();
  }

  /**
   * As two workers do that look at the same moment.
   *
   * @throws where a case is left that was to be looked at
   */
  async #climb(): Promise<void> {
    const { engine } = this.#district;
    const ladder = engine.get(Ladder);
    await Promise.all([ladder.climb(), ladder.climb()]);
    const left = await engine.database.query<{ code: string }>({
      name: 'life-ladder-left',
      text: `SELECT code FROM casework.ladder_watch JOIN casework.case_file ON id = case_id WHERE look_at <= $1 ORDER BY code`,
      values: [this.#clock.now()],
    });
    if (left.length > 0) throw new Error(`the ladder stands still for ${left.map(({ code }) => code).join(', ')}`);
  }

  async #moveTo(instant: number): Promise<void> {
    this.#clock.advanceTo(new Date(Math.max(instant, this.#clock.now().getTime())).toISOString());
    const timers = this.#district.engine.get(TimerService);
    while ((await timers.fireDue({ limit: 100 })).more);
  }

  get #clock(): ManualClock {
    return this.#district.clock;
  }

  #violate({ letter, life }: Entry, act: string, broken: string): void {
    const at = this.#clock.now().toISOString();
    this.violations.push({ id: letter.id, step: (life?.turns ?? 0) + 1, at, act, broken });
  }
}

/** Which days are worked is data of the product's calendar; how terms are counted is not taken from it. */
function chinaTermEnds(): TermEnds {
  const definition = defaultCalendars('Asia/Shanghai').find(({ id }) => id === 'working-days');
  if (!definition) throw new Error('expected the calendar "working-days" among the default ones');
  const calendar = createWorkingCalendar(definition);
  return new TermEnds((date) => calendar.day(date).working, { first: 2008, last: 2035 });
}
