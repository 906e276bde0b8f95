import { Injectable } from '@nestjs/common';
import { ActRunner, AssistService, CaseUnits, trailActorOf, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath } from '@lianban/organisation';
import { newId, type Transaction } from '@lianban/platform';
import {
  notCalled,
  notTheCaller,
  scoredAlready,
  whistleKindUnknown,
  whistleStageWrong,
  whistleTimeWrong,
} from './whistle.errors.js';
import { isTimely } from './whistle.rules.js';
import { WhistleQuery } from './whistle-query.service.js';
import {
  insertWhistle,
  keepArrival,
  keepEnd,
  keepScore,
  lockWhistle,
  unitsOfWhistle,
  whistleKinds,
  type CalledUnit,
  type WhistleUnitRead,
} from './whistle.sql.js';
import type { Arrival, NewWhistle, Scoring, WhistleEnd, WhistleView } from './whistle.js';

const minuteMs = 60_000;

/**
 * 吹哨报到: a street or station calls units to a case; each must come. Who came is taken down, what follows goes to the
 * units as helpers' tasks, and both sides score each other once (Beijing, 接诉即办工作条例 art. 33).
 */
@Injectable()
export class WhistleService {
  readonly #acts: ActRunner;
  readonly #access: AccessService;
  readonly #cases: CaseUnits;
  readonly #assists: AssistService;
  readonly #query: WhistleQuery;

  constructor(acts: ActRunner, access: AccessService, cases: CaseUnits, assists: AssistService, query: WhistleQuery) {
    this.#acts = acts;
    this.#access = access;
    this.#cases = cases;
    this.#assists = assists;
    this.#query = query;
  }

  /**
   * For who assigns tasks in a street or station of theirs.
   *
   * @throws permission-missing, not-the-caller, case-unknown, case-ended, whistle-kind-unknown, whistle-time-wrong,
   *   unit-refused
   */
  async blow(principal: Principal, draft: NewWhistle, request?: IdempotentRequest): Promise<WhistleView> {
    this.#access.require(principal, 'task.assign');
    const caller = this.#callerOf(principal);
    const { id } = await this.#acts.run(request, async (tx) => {
      const file = await this.#cases.openCase(tx, principal, draft.case);
      const kinds = await whistleKinds(tx);
      const kind = kinds.find(({ code }) => code === draft.kind);
      if (!kind)
        throw whistleKindUnknown(
          draft.kind,
          kinds.map(({ code }) => code),
        );
      const [at, now] = [new Date(draft.at), this.#acts.now()];
      if (!isTimely(at, now, kind.aheadDays)) throw whistleTimeWrong(draft.at, kind.aheadDays);
      const units = await this.#cases.bringIn(tx, file.id, draft.units, 'units');
      const row = {
        id: newId(),
        caseId: file.id,
        kind: kind.code,
        text: draft.text,
        place: draft.place,
        caller,
        at,
        reportBy: new Date(at.getTime() + kind.graceMinutes * minuteMs),
        blownAt: now,
        blownBy: principal.accountId,
        blownByName: principal.displayName,
        visibleTo: [...new Set([caller, ...units].flatMap(({ path }) => idsOfPath(path)))],
      };
      await insertWhistle(tx, row, units);
      await this.#acts.tell(tx, file.id, {
        at: row.blownAt,
        kind: 'whistle-blown',
        title: '吹哨',
        unit: caller.name,
        actor: trailActorOf(principal, caller.id),
        opinion: draft.text,
        detail: { kind: kind.name, place: draft.place, at: draft.at, units: units.map(({ name }) => name) },
      });
      const step = `${kind.name}，${draft.place}`;
      const notices = units.map((unit) => ({ kind: 'whistle', step, unit: unit.name, units: [unit.id] }) as const);
      await this.#acts.notify(tx, file.id, notices, principal.accountId);
      return { id: row.id };
    });
    return await this.#query.get(principal, id);
  }

  /**
   * Takes down who came for a unit; may be corrected until the whistle ends.
   *
   * @throws permission-missing, whistle-unknown, not-the-caller, not-called, whistle-stage-wrong
   */
  async arrive(
    principal: Principal,
    id: string,
    { unit, who, at }: Arrival,
    request?: IdempotentRequest,
  ): Promise<WhistleView> {
    return await this.#act({ principal, id, request, ended: false }, async (tx, caseId) => {
      await this.#requireCaller(principal, id);
      const now = this.#acts.now();
      const arrivedAt = at === undefined ? now : new Date(at);
      if (arrivedAt > now) throw whistleStageWrong('nobody can have come later than now');
      const called = await calledUnit(tx, id, unit, now);
      const line = { at: now, kind: 'whistle-arrived', title: '报到', actor: trailActorOf(principal) } as const;
      const detail = { unit: called.unit, who, at: arrivedAt.toISOString() };
      await this.#acts.tell(tx, caseId, { ...line, unit: called.unit, detail });
      await keepArrival(tx, { id, unitId: unit, by: principal.displayName }, { who, arrivedAt });
    });
  }

  /**
   * Ends a whistle with what came of it. Tasks go to called units as helpers of the task that the person holds.
   *
   * @throws permission-missing, whistle-unknown, not-the-caller, not-called, whistle-stage-wrong, task-not-held,
   *   unit-refused, no-time-to-assist, assist-too-long, asked-already
   */
  async end(
    principal: Principal,
    id: string,
    { outcome, tasks }: WhistleEnd,
    request?: IdempotentRequest,
  ): Promise<WhistleView> {
    const { caseId } = await this.#query.get(principal, id);
    await this.#acts.run(request, async (tx) => {
      await this.#requireCaller(principal, id);
      const now = this.#acts.now();
      for (const { unit, opinion, days } of tasks) {
        await calledUnit(tx, id, unit, now);
        await this.#assists.assistIn(tx, principal, caseId, { unit, opinion, days });
      }
      const line = { at: now, kind: 'whistle-ended', title: '吹哨处置完毕', opinion: outcome } as const;
      await this.#acts.tell(tx, caseId, { ...line, actor: trailActorOf(principal) });
      await requireStage(tx, id, false);
      await keepEnd(tx, id, { now, by: principal.displayName, outcome });
      return {};
    });
    return await this.#query.get(principal, id);
  }

  /**
   * Scores the other side, once, when the whistle has ended.
   *
   * @throws permission-missing, whistle-unknown, not-the-caller, not-called, whistle-stage-wrong, scored-already
   */
  async score(
    principal: Principal,
    id: string,
    { unit, by, score, remark }: Scoring,
    request?: IdempotentRequest,
  ): Promise<WhistleView> {
    return await this.#act({ principal, id, request, ended: true }, async (tx, caseId) => {
      const now = this.#acts.now();
      const called = await calledUnit(tx, id, unit, now);
      if (by === 'caller') await this.#requireCaller(principal, id);
      else if (!this.#query.worksIn(principal, called.path)) throw notCalled(unit);
      const of = by === 'caller' ? 'unit' : 'caller';
      const line = { at: now, kind: 'whistle-scored', title: '吹哨报到互评', actor: trailActorOf(principal) } as const;
      await this.#acts.tell(tx, caseId, { ...line, unit: called.unit, detail: { of, score, remark } });
      const said = { score, remark, by: principal.displayName, now };
      if (!(await keepScore(tx, { id, unitId: unit, of }, said))) throw scoredAlready(called.unit);
    });
  }

  /** Does something to a whistle that the person may see. The history locks the case first, as everywhere. */
  async #act(
    said: {
      readonly principal: Principal;
      readonly id: string;
      readonly request: IdempotentRequest | undefined;
      readonly ended: boolean;
    },
    act: (tx: Transaction, caseId: string) => Promise<void>,
  ): Promise<WhistleView> {
    const { principal, id, request, ended } = said;
    const { caseId } = await this.#query.get(principal, id);
    await this.#acts.run(request, async (tx) => {
      await act(tx, caseId);
      await requireStage(tx, id, ended);
      return {};
    });
    return await this.#query.get(principal, id);
  }

  /** The street or station for which the person calls: the first of theirs in which they assign tasks. */
  #callerOf(principal: Principal): CalledUnit {
    const caller = principal.units.find(
      ({ kind, path }) =>
        (kind === 'street' || kind === 'station') && this.#access.canIn(principal, 'task.assign', path),
    );
    if (!caller) throw notTheCaller();
    return caller;
  }

  async #requireCaller(principal: Principal, id: string): Promise<void> {
    if (!(await this.#query.isCaller(principal, id))) throw notTheCaller();
  }
}

async function calledUnit(tx: Transaction, id: string, unitId: string, now: Date): Promise<WhistleUnitRead> {
  const called = (await unitsOfWhistle(tx, id, now)).find((each) => each.unitId === unitId);
  if (!called) throw notCalled(unitId);
  return called;
}

/** Locks the whistle until the end of the transaction. @throws whistle-stage-wrong */
async function requireStage(tx: Transaction, id: string, ended: boolean): Promise<void> {
  const whistle = await lockWhistle(tx, id);
  if (whistle?.ended !== ended)
    throw whistleStageWrong(ended ? 'the whistle has not ended yet' : 'the whistle has ended');
}
