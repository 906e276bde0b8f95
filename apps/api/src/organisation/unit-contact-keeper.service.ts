import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { hoursCalendarUnknown, UnitContacts } from '@lianban/organisation';
import type { newUnitContactSchema, unitContactsSchema } from './unit-contact.schema.js';

/** Address, opening hours, telephone and position of units, as administrators decide them; each change is on record. */
@Injectable()
export class UnitContactKeeper {
  readonly #idempotency: IdempotencyService;
  readonly #contacts: UnitContacts;
  readonly #calendars: EngineCalendars;
  readonly #audit: AuditTrail;

  constructor(idempotency: IdempotencyService, contacts: UnitContacts, calendars: EngineCalendars, audit: AuditTrail) {
    this.#idempotency = idempotency;
    this.#contacts = contacts;
    this.#calendars = calendars;
    this.#audit = audit;
  }

  /** @throws unit-unknown */
  async of(unitId: string): Promise<z.output<typeof unitContactsSchema>> {
    const decided = await this.#contacts.of(unitId);
    return decided.map(({ setBy, setAt, ...contact }) => ({ ...contact, by: setBy.name, at: setAt.toISOString() }));
  }

  /** @throws unit-unknown, unit-contact-changed, hours-calendar-unknown */
  async set(
    asker: Principal,
    unitId: string,
    draft: z.output<typeof newUnitContactSchema>,
    request: IdempotentRequest | undefined,
  ): Promise<void> {
    const { current } = this.#calendars;
    if (draft.hours && !current.has(draft.hours.calendar))
      throw hoursCalendarUnknown(draft.hours.calendar, current.ids);
    await this.#idempotency.transaction(request, async (tx) => {
      const setBy = { accountId: asker.accountId, name: asker.displayName };
      await this.#contacts.set(tx, unitId, { ...draft, setBy });
      const { version: _, reason, ...detail } = draft;
      await this.#audit.append(tx, {
        actor: auditActor(asker),
        action: 'unit-contact-changed',
        subject: { type: 'unit', id: unitId },
        result: 'done',
        reason,
        detail,
      });
    });
  }
}
