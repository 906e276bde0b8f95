import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { UnitService } from '@lianban/organisation';
import { CLOCK, newId, type Clock, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { UrgeService } from '../acts/urge.service.js';
import { localDay } from '../cases/case.rules.js';
import type { NoticeDraft } from '../notices/notice.js';
import { fillTemplate } from '../notices/template.rules.js';
import { SideProcesses } from '../sides/side-processes.service.js';
import { orderTriggers } from '../sides/supervision-triggers.data.js';
import { insertBulletin } from './bulletin.sql.js';
import { issuerFor } from './issuer.js';
import type { DueRung, LadderUnit, Rung, RungCode } from './ladder.js';
import type { LadderCase } from './ladder-facts.sql.js';
import { termOf } from './ladder.rules.js';
import { insertTalk } from './talk.sql.js';
import type { TalkCause } from './talk.js';

/** A rung with the case that climbs it. */
export interface Climb {
  readonly caseId: string;
  readonly file: LadderCase;
  readonly rung: Rung;
  readonly due: Omit<DueRung, 'covered' | 'act' | 'code'>;
}

/** As the trail names who presses when nobody did it by hand. */
const system = { name: '系统' };

/**
 * Does what the rungs of the ladder say, in the transaction in which it is kept that they were climbed: with a line in the
 * history, by nobody, and notices to the unit, the one above it and the one that gives it.
 */
@Injectable()
export class RungActs {
  readonly #urges: UrgeService;
  readonly #sides: SideProcesses;
  readonly #acts: ActRunner;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    urges: UrgeService,
    sides: SideProcesses,
    acts: ActRunner,
    units: UnitService,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#urges = urges;
    this.#sides = sides;
    this.#acts = acts;
    this.#units = units;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** Presses whoever holds the case (催办). @throws case-ended, urged-today, urged-enough */
  async remind(tx: Transaction, climb: Climb): Promise<void> {
    const opinion = this.#text(climb);
    await this.#urges.press(tx, climb.caseId, { by: system, actor: null, opinion });
    if (climb.rung.code !== 'remind-due-soon') await this.#tell(tx, climb, { kind: 'pressed', step: '被催办' });
  }

  /** Orders the unit to answer for it (督办); what is asked comes back to who supervises it. */
  async order(tx: Transaction, climb: Climb): Promise<void> {
    const { caseId, rung, due } = climb;
    const issuer = await issuerFor(this.#units, due.unit.id, tx);
    await this.#sides.order(tx, issuer ?? due.unit, {
      ...{ caseId, unit: due.unit, issuer: issuer?.id ?? due.unit.id, days: termOf(rung), text: this.#text(climb) },
      trigger: (orderTriggers as Partial<Record<RungCode, string>>)[rung.code] ?? null,
      actor: null,
      reason: rung.name,
    });
    await this.#tell(tx, climb, { kind: 'pressed', step: '被督办', giver: issuer });
  }

  /** Drafts a bulletin (通报) for somebody who supervises to check, edit and issue. */
  async draftBulletin(tx: Transaction, climb: Climb): Promise<void> {
    const { caseId, file, due } = climb;
    const text = this.#text(climb);
    const title = `关于${due.unit.name}逾期未办的通报`;
    const at = this.#clock.now();
    await insertBulletin(tx, { id: newId(), caseId, stage: due.stage, unit: due.unit, title, text, at });
    const detail = { reason: climb.rung.name, code: file.code };
    const line = { at, kind: 'bulletin', title: '拟通报', actor: null, unit: due.unit.name, opinion: text } as const;
    await this.#acts.tell(tx, caseId, { ...line, detail });
    const giver = await issuerFor(this.#units, due.unit.id, tx);
    await this.#tell(tx, climb, { kind: 'bulletin', step: '拟被通报，待审核签发', giver, units: [] });
  }

  /** Plans a talk (约谈) with a day by which the unit has to mend what was found; false where one is planned already. */
  async planTalk(tx: Transaction, climb: Climb, cause: TalkCause): Promise<boolean> {
    const { caseId, rung, due } = climb;
    const reason = this.#text(climb);
    const at = this.#clock.now();
    const mendBy = this.#dayAfter(at, termOf(rung));
    if (!(await insertTalk(tx, { id: newId(), caseId, unit: due.unit, cause, reason, at, mendBy }))) return false;
    const line = { at, kind: 'talk', title: '拟约谈', actor: null, unit: due.unit.name, opinion: reason } as const;
    await this.#acts.tell(tx, caseId, { ...line, detail: { reason: rung.name } });
    const giver = await issuerFor(this.#units, due.unit.id, tx);
    await this.#tell(tx, climb, { kind: 'talk', step: '将被约谈', giver });
    return true;
  }

  async #tell(
    tx: Transaction,
    { caseId, due: { unit } }: Climb,
    { giver, ...told }: Pick<NoticeDraft, 'kind' | 'step' | 'units'> & { readonly giver?: LadderUnit | undefined },
  ): Promise<void> {
    const units = [...(told.units ?? [unit.id]), ...(giver ? [giver.id] : [])];
    await this.#acts.notify(tx, caseId, [{ ...told, unit: unit.name, units, above: [unit.id] }]);
  }

  #text({ file, rung, due }: Climb): string {
    const { step, unit, dueAt, times } = due;
    return fillTemplate(rung.text, {
      ...file,
      step,
      unit: unit.name,
      due: dueAt ? this.#day(dueAt) : undefined,
      times: times === undefined ? undefined : String(times),
    });
  }

  #dayAfter(from: Date, days: number): string {
    return this.#day(new Date(this.#calendars.working().addDuration(from.toISOString(), `P${days}D`).dueAt));
  }

  #day(at: Date): string {
    return localDay(at, this.#calendars.timeZone);
  }
}
