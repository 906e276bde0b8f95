import { Injectable } from '@nestjs/common';
import { ActRunner, ResidentNotices, type IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { cancelBookingsOf, closeBookingsOf } from '../bookings/booking.sql.js';
import { ReceptionAccess } from './reception-access.service.js';
import { ReceptionLog } from './reception-log.service.js';
import { receptionStageWrong } from './reception.errors.js';
import { slotTimes } from './reception.rules.js';
import { keepState, lockFollowing, type LockedReception } from './reception.sql.js';
import type { CallingOff, Publishing, ReceptionState } from './reception.js';

/** The way of a reception: planned, published, then held or called off. */
@Injectable()
export class ReceptionStages {
  readonly #acts: ActRunner;
  readonly #access: ReceptionAccess;
  readonly #notices: ResidentNotices;
  readonly #log: ReceptionLog;

  constructor(acts: ActRunner, access: ReceptionAccess, notices: ResidentNotices, log: ReceptionLog) {
    this.#acts = acts;
    this.#access = access;
    this.#notices = notices;
    this.#log = log;
  }

  /** Lets residents book. @throws permission-missing, reception-unknown, outside-scope, reception-stage-wrong */
  async publish(
    principal: Principal,
    id: string,
    { following }: Publishing,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      const states = ['draft'] as const;
      const receptions = await this.#chosen(tx, { principal, id, following, states });
      if (receptions.some(({ day }) => day < this.#acts.today())) throw receptionStageWrong('its day is over');
      await keepState(
        tx,
        receptions.map((each) => each.id),
        'published',
      );
      for (const each of receptions) await this.#log.tell(tx, each.id, principal, { action: 'reception-published' });
      return {};
    });
  }

  /**
   * Calls receptions off; who has an appointment and agreed is told by SMS.
   *
   * @throws permission-missing, reception-unknown, outside-scope, reception-stage-wrong
   */
  async cancel(
    principal: Principal,
    id: string,
    { following, reason }: CallingOff,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      const states = ['draft', 'published'] as const;
      const receptions = await this.#chosen(tx, { principal, id, following, states });
      const ids = receptions.map((each) => each.id);
      await keepState(tx, ids, 'cancelled', reason);
      const told = await cancelBookingsOf(tx, ids, reason);
      const byId = new Map(receptions.map((each) => [each.id, each]));
      const people = told.flatMap(({ receptionId, id: forId, phone, code, slot }) => {
        const reception = byId.get(receptionId);
        return reception ? [{ forId, phone, facts: { code, reason, ...factsOf(reception, slot) } }] : [];
      });
      await this.#notices.tellNumbers(tx, 'booking-cancelled', people);
      for (const each of ids) await this.#log.tell(tx, each, principal, { action: 'reception-cancelled', reason });
      return {};
    });
  }

  /**
   * Says that it was held; who had an appointment and was not seen did not come.
   *
   * @throws permission-missing, reception-unknown, not-at-desk, reception-stage-wrong
   */
  async hold(principal: Principal, id: string, request?: IdempotentRequest): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      const { state, day } = await this.#access.lockToServe(tx, principal, id, 'change');
      if (state !== 'published') throw receptionStageWrong(`it is ${state}, not published`);
      if (day > this.#acts.today()) throw receptionStageWrong('its day is still to come');
      await keepState(tx, [id], 'held');
      const absent = await closeBookingsOf(tx, id);
      await this.#log.tell(tx, id, principal, { action: 'reception-held', detail: { absent } });
      return {};
    });
  }

  /** The reception, held for a change, and those of its series after it where they are meant. */
  async #chosen(
    tx: Transaction,
    of: {
      readonly principal: Principal;
      readonly id: string;
      readonly following: boolean;
      readonly states: readonly ReceptionState[];
    },
  ): Promise<LockedReception[]> {
    const reception = await this.#access.lockToPlan(tx, of.principal, of.id);
    const { seriesId, day, state } = reception;
    if (!of.states.includes(state)) throw receptionStageWrong(`it is ${state}, not ${of.states.join(' or ')}`);
    if (!of.following || seriesId === null) return [reception];
    const after = await lockFollowing(tx, { seriesId, day }, of.states);
    // A merger of units may have led some of them to where the person plans nothing.
    return [reception, ...after.filter(({ unitPath }) => this.#access.mayPlan(of.principal, unitPath))];
  }
}

/** What a message says of an appointment. */
function factsOf(reception: LockedReception, slot: number) {
  const { unit, day, place } = reception;
  const from = slotTimes(reception).find((each) => each.slot === slot)?.from ?? reception.from;
  return { unit: unit.name, time: `${day} ${from}`, place };
}
