import type { Type } from '@nestjs/common';
import fc from 'fast-check';
import {
  caseDraftSchema,
  CatalogueService,
  completionSchema,
  ContactService,
  InboxService,
  IntakeService,
  RatingService,
  ReturnService,
  TaskService,
  WithdrawalService,
  type InboxItem,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { DecisionService, decisionSchema, MeetingService, meetingSchema, QueueService } from '@lianban/joint-meeting';
import { DomainError, type ManualClock } from '@lianban/platform';
import type { District } from './district.js';
import { Tally } from './tally.js';

/** Outcomes of a task with how often of a hundred each is taken. */
const habits: Readonly<Record<string, readonly (readonly [outcome: string, ofHundred: number])[]>> = {
  'station-handle': [
    ['resolved', 62],
    ['escalate', 38],
  ],
  'street-coordinate': [
    ['route', 65],
    ['resolved', 20],
    ['meeting', 15],
  ],
  'department-handle': [
    ['resolved', 80],
    ['return', 10],
    ['meeting', 10],
  ],
  'return-review': [
    ['grant', 60],
    ['refuse', 40],
  ],
  'ordered-handle': [['resolved', 100]],
  'district-handle': [['resolved', 100]],
  'second-handle': [['resolved', 100]],
  'assist-handle': [['reported', 100]],
};
const dispositions = ['by-law', 'by-law', 'by-law', 'policy', 'explain', 'persuade'];
/** What counts where nobody says a disposition. */
const firstOfList = 'by-law';
const departments = ['dept-urban', 'dept-housing', 'dept-traffic', 'dept-police', 'dept-health'];
const opinion = '按职责办理。';
const meetingOffice = '联席会办公室';
const begins = Date.parse('2026-03-03T08:30:00+08:00');
const dayMs = 9 * 3_600_000;

/** One working day of a district: residents come, sixty people work their inboxes, meetings decide. */
export class DistrictDay {
  readonly tally = new Tally();
  readonly leader: Principal;
  meetings = 0;
  readonly #district: District;
  readonly #seed: number;
  #numbers: Iterator<number> = [][Symbol.iterator]();

  constructor(district: District, seed: number) {
    this.#district = district;
    this.#seed = seed;
    this.leader = this.#withRole('leader');
  }

  /**
   * From half past eight to half past five: the cases spread over the day, and after each one somebody of a station, a
   * street, a department and an office turns to their inbox.
   */
  async live(cases: number): Promise<void> {
    this.#numbers = fc.sample(fc.nat(), { numRuns: cases * 100 + 1_000, seed: this.#seed })[Symbol.iterator]();
    const categories = (await this.#get(CatalogueService).categories()).flatMap(({ children }) => children);
    const clerks = this.#worksIn('station');
    const shifts = [clerks, this.#worksIn('street'), this.#worksIn('dept'), this.#worksIn('office')];
    const meetingsAfter = new Set([0.4, 0.6, 0.9].map((part) => Math.floor(cases * part)));
    for (let n = 0; n < cases; n += 1) {
      this.#clock.advanceTo(new Date(begins + (dayMs * n) / cases).toISOString());
      await this.#register(this.#pick(clerks), n, this.#pick(categories).code);
      for (const staff of shifts) await this.#turn(this.#pick(staff));
      if (meetingsAfter.has(n)) await this.#meet();
    }
  }

  /** Every third resident leaves one of four telephone numbers, so that some ask again. */
  async #register(who: Principal, n: number, category: string): Promise<void> {
    const title = `第 ${n + 1} 件诉求`;
    const phone = n % 3 === 0 ? `1380000000${n % 4}` : undefined;
    const resident = phone === undefined ? {} : { resident: { name: '居民', phone } };
    const asked = { title, text: `${title}，请尽快处理。`, channel: 'phone', category, ...resident };
    const { id } = await this.#get(IntakeService).register(who, caseDraftSchema.parse(asked));
    this.tally.received.add(id);
    if (phone !== undefined) this.tally.asked(id, phone, category);
    this.tally.acts += 1;
    if (this.#below(100) >= 2) return;
    await this.#get(WithdrawalService).withdraw(who, id, { opinion: '诉求人要求撤回' });
    this.tally.withdrawn.add(id);
    this.tally.acts += 1;
  }

  /** Somebody takes the most pressing task of their unit, or else of their own, and finishes it. */
  async #turn(who: Principal): Promise<void> {
    const inbox = this.#get(InboxService);
    for (const box of ['claimable', 'todo'] as const) {
      const { items } = await inbox.list(who, { box, sort: 'due', limit: 20 });
      const task = items.find(({ elementId }) => elementId === 'callback' || (elementId ?? '') in habits);
      if (!task?.id) continue;
      try {
        await this.#finish(who, task);
        return;
      } catch (error) {
        // Who waits for helpers turns to something else.
        if (!(error instanceof DomainError) || error.code !== 'helpers-open') throw error;
      }
    }
  }

  async #finish(who: Principal, task: InboxItem): Promise<void> {
    if (task.elementId === 'callback') return await this.#callBack(who, task);
    if (task.elementId === 'station-handle' && this.tally.acts % 3 === 0) await this.#speak(who, task);
    const outcome = this.#lot(habits[task.elementId ?? ''] ?? []);
    if (outcome === 'return') return await this.#return(who, task);
    const closes = outcome === 'resolved';
    const disposition = closes ? this.#pick(dispositions) : undefined;
    await this.#complete(who, task, {
      outcome,
      ...(closes && { disposition, reply: '您反映的问题已经办理。' }),
      ...(['route', 'grant'].includes(outcome) && { variables: { chosenDepartment: this.#pick(departments) } }),
    });
  }

  /** Who handles a case speaks to the resident. */
  async #speak(who: Principal, { caseId }: InboxItem): Promise<void> {
    const contact = { way: 'phone', reached: true, trip: this.tally.contacted.size % 4 === 0, text: '说明办理进展' };
    await this.#get(ContactService).contact(who, caseId, contact);
    this.tally.contacted.add(caseId);
    this.tally.acts += 1;
  }

  async #complete(
    who: Principal,
    task: InboxItem,
    more: { readonly outcome: string; readonly disposition?: string | undefined },
  ): Promise<number> {
    const completion = completionSchema.parse({ opinion, ...more });
    const { tasks } = await this.#get(TaskService).complete(who, task.id ?? '', completion);
    this.tally.acts += 1;
    if (task.elementId !== 'assist-handle') this.tally.finished(finishedTask(task));
    const { outcome, disposition = firstOfList } = more;
    if (outcome === 'resolved') this.tally.answers.set(task.caseId, { disposition, unit: task.unit ?? '' });
    return tasks.length;
  }

  async #return(who: Principal, task: InboxItem): Promise<void> {
    await this.#claim(who, task);
    const given = { legalBasis: '“三定”规定', evidence: '现场照片', suggestedUnit: this.#pick(departments), opinion };
    try {
      await this.#get(ReturnService).return(who, task.caseId, { ...given, task: task.id ?? '' });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error; // one cannot propose oneself, for one
      await this.#complete(who, task, { outcome: 'resolved' });
      return;
    }
    this.tally.acts += 2;
    this.tally.returned.add(task.caseId);
    this.tally.finished(finishedTask(task));
  }

  async #claim(who: Principal, { id }: InboxItem): Promise<void> {
    await this.#get(TaskService).claim(who, id ?? '');
    this.tally.claimed.add(id ?? '');
  }

  /** What the resident says is taken down by who has not handled the case. */
  async #callBack(who: Principal, task: InboxItem): Promise<void> {
    await this.#claim(who, task);
    const grade = 1 + this.#below(5);
    const solved = this.#below(10) > 0;
    try {
      await this.#get(RatingService).rate(who, task.caseId, { grade, solved });
      this.tally.ratings.set(task.caseId, { grade, solved });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
    const outcome = grade < 3 ? 'dissatisfied' : 'done';
    if (outcome === 'dissatisfied') this.tally.reworked.add(task.caseId);
    if ((await this.#complete(who, task, { outcome })) === 0) this.tally.closed.add(task.caseId);
    this.tally.acts += 2;
  }

  /** The secretary puts what waits on an agenda and writes down what is decided. */
  async #meet(): Promise<void> {
    const secretary = this.#withRole('meeting-secretary');
    const { items } = await this.#get(QueueService).list(secretary, { limit: 20 });
    const topics = items.filter(({ scheduled }) => !scheduled);
    if (topics.length === 0) return;
    const at = new Date(this.#clock.now().getTime() + 60_000).toISOString();
    const draft = meetingSchema.parse({
      title: '联席会',
      at,
      place: '三楼会议室',
      topics: topics.map(({ id }) => ({ id })),
    });
    const meeting = await this.#get(MeetingService).call(secretary, draft);
    this.meetings += 1;
    this.tally.acts += 1;
    for (const { id, caseId, taskId } of topics) {
      const [lead = '', helper = ''] = this.#two(departments);
      const decision = decisionSchema.parse({
        opinion: '会议研究决定。',
        ...(this.#below(2) === 0 ? { outcome: 'rule', lead, helpers: [helper] } : { outcome: 'resolved' }),
      });
      await this.#get(DecisionService).decide(secretary, meeting.id, id, decision);
      this.tally.finished({ id: taskId, unit: meetingOffice, elementId: 'deliberate' });
      if (decision.outcome === 'resolved')
        this.tally.answers.set(caseId, { disposition: firstOfList, unit: meetingOffice });
      this.tally.acts += 1;
    }
  }

  #withRole(role: 'leader' | 'meeting-secretary'): Principal {
    const found = this.#district.staff.find(({ roles }) => roles.includes(role));
    if (!found) throw new Error(`expected somebody with the role ${role}, but the district has nobody`);
    return found;
  }

  /** People of the units whose ids begin so. */
  #worksIn(kind: 'station' | 'street' | 'dept' | 'office'): Principal[] {
    return this.#district.staff.filter(({ units }) => units.some(({ id }) => id.startsWith(`${kind}-`)));
  }

  get #clock(): ManualClock {
    return this.#district.clock;
  }

  #get<T>(type: Type<T>): T {
    return this.#district.engine.get(type);
  }

  #below(limit: number): number {
    const next = this.#numbers.next();
    if (next.done) throw new Error('expected more random numbers, but they have run out');
    return next.value % limit;
  }

  #pick<T>(from: readonly T[]): T {
    const chosen = from[this.#below(from.length)];
    if (chosen === undefined) throw new Error('expected something to pick from, but the list is empty');
    return chosen;
  }

  #two<T>(from: readonly T[]): [T, T] {
    const first = this.#pick(from);
    return [first, this.#pick(from.filter((other) => other !== first))];
  }

  #lot(outcomes: readonly (readonly [string, number])[]): string {
    let lot = this.#below(100);
    return outcomes.find(([, ofHundred]) => (lot -= ofHundred) < 0)?.[0] ?? '';
  }
}

function finishedTask({ id, unit, elementId }: InboxItem) {
  return { id: id ?? '', unit: unit ?? '', elementId: elementId ?? '' };
}
