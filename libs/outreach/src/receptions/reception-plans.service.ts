import { Injectable } from '@nestjs/common';
import { ActRunner, type IdempotentRequest } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import { newId, type Transaction } from '@lianban/platform';
import { ReceptionAccess } from './reception-access.service.js';
import { ReceptionLog } from './reception-log.service.js';
import { receptionRefused, receptionStageWrong } from './reception.errors.js';
import { planProblems } from './reception.rules.js';
import { insertReceptions, keepEdit, receptionKinds } from './reception.sql.js';
import type { PlannedReceptions, ReceptionEdit, ReceptionPlan } from './reception.js';
import { seriesDays } from './series.rules.js';

/** Plans when units receive residents (接待日): one reception, or a series that keeps clear of days off. */
@Injectable()
export class ReceptionPlans {
  readonly #acts: ActRunner;
  readonly #access: ReceptionAccess;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #log: ReceptionLog;

  constructor(
    acts: ActRunner,
    access: ReceptionAccess,
    units: UnitService,
    calendars: EngineCalendars,
    log: ReceptionLog,
  ) {
    this.#acts = acts;
    this.#access = access;
    this.#units = units;
    this.#calendars = calendars;
    this.#log = log;
  }

  /** @throws permission-missing, outside-scope, reception-refused */
  async plan(principal: Principal, plan: ReceptionPlan, request?: IdempotentRequest): Promise<PlannedReceptions> {
    const unit = await this.#unit(plan.unit);
    this.#access.requirePlan(principal, unit.path);
    return await this.#acts.run(request, async (tx) => {
      await this.#check(tx, plan);
      const { days, skipped } = this.#daysOf(plan);
      const receptions = days.map((day) => ({ id: newId(), day }));
      if (receptions.length === 0)
        throw receptionRefused([{ field: 'series.until', message: '这段时间内都是休息日，没有可以安排的接待日' }]);
      const row = {
        ...plan,
        unit,
        seriesId: plan.series ? newId() : null,
        state: plan.publish ? ('published' as const) : ('draft' as const),
        by: principal.displayName,
        at: this.#acts.now(),
      };
      await insertReceptions(tx, row, receptions);
      for (const { id, day } of receptions)
        await this.#log.tell(tx, id, principal, { action: 'reception-planned', detail: { day, unit: unit.id } });
      return { receptions, skipped };
    });
  }

  /** Changes place, hosts and note of what is still to be held. @throws as {@link ReceptionAccess.lockToPlan}, reception-stage-wrong */
  async edit(principal: Principal, id: string, edit: ReceptionEdit): Promise<void> {
    await this.#acts.run(undefined, async (tx) => {
      const { state, place, hosts } = await this.#access.lockToPlan(tx, principal, id);
      if (state === 'held' || state === 'cancelled') throw receptionStageWrong(`it is ${state}`);
      await keepEdit(tx, id, edit);
      const before = { place, hosts };
      await this.#log.tell(tx, id, principal, { action: 'reception-edited', detail: { before, after: edit } });
      return {};
    });
  }

  /** @throws reception-refused */
  async #unit(id: string): Promise<Unit> {
    const unit = await this.#units.find(id);
    if (!unit || unit.validTo) throw receptionRefused([{ field: 'unit', message: '没有这个单位' }]);
    return unit;
  }

  /** @throws reception-refused */
  async #check(tx: Transaction, plan: ReceptionPlan): Promise<void> {
    const kinds = await receptionKinds(tx);
    const problems = planProblems(plan, this.#acts.today());
    if (!kinds.some(({ code }) => code === plan.kind))
      problems.push({ field: 'kind', message: '请选择列表中的接待类型' });
    if (problems.length > 0) throw receptionRefused(problems);
  }

  #daysOf({ day, series }: ReceptionPlan): ReturnType<typeof seriesDays> {
    if (!series) return { days: [day], skipped: [] };
    const calendar = this.#calendars.working();
    return seriesDays(day, series, (each) => calendar.day(each));
  }
}
