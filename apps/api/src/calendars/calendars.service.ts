import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { actorOf, IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { CalendarChanges, EngineCalendars, type CalendarChange, type CalendarPreview } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { DomainError } from '@lianban/platform';
import type {
  calendarChangeInputSchema,
  calendarChangeSchema,
  calendarsSchema,
  daysSchema,
  decisionsSchema,
} from './calendar.schema.js';

/** Puts calendars into the words of the API, and their changes into the audit trail. */
@Injectable()
export class CalendarsService {
  readonly #idempotency: IdempotencyService;
  readonly #calendars: EngineCalendars;
  readonly #changes: CalendarChanges;
  readonly #audit: AuditTrail;

  constructor(
    idempotency: IdempotencyService,
    calendars: EngineCalendars,
    changes: CalendarChanges,
    audit: AuditTrail,
  ) {
    this.#idempotency = idempotency;
    this.#calendars = calendars;
    this.#changes = changes;
    this.#audit = audit;
  }

  list(): z.output<typeof calendarsSchema> {
    const { current } = this.#calendars;
    return current.ids.map((id) => {
      const { name, kind } = current.get(id).definition;
      return { id, name, kind };
    });
  }

  /** @throws calendar-unknown */
  days(id: string, year: number): z.output<typeof daysSchema> {
    const calendar = this.#known(id);
    const first = Date.UTC(year, 0, 1);
    const count = (Date.UTC(year + 1, 0, 1) - first) / day;
    return Array.from({ length: count }, (_, index) => {
      const date = new Date(first + index * day).toISOString().slice(0, 10);
      const { working, reason, name, provisional } = calendar.day(date);
      return { date, working, reason, name: name ?? null, provisional };
    });
  }

  /** @throws calendar-unknown */
  async preview(id: string, days: z.output<typeof decisionsSchema>['days']): Promise<CalendarPreview> {
    this.#known(id);
    return await this.#changes.preview(id, days);
  }

  /** @throws calendar-unknown */
  async change(
    asker: Principal,
    id: string,
    { days, note }: z.output<typeof calendarChangeInputSchema>,
    request: IdempotentRequest | undefined,
  ): Promise<z.output<typeof calendarChangeSchema>> {
    this.#known(id);
    return await this.#idempotency.transaction(request, async (tx) => {
      const change = await this.#changes.apply(tx, { calendarId: id, days, note }, actorOf(asker));
      const subject = { type: 'calendar', id };
      const entry = { action: 'calendar-changed', subject, result: 'done', detail: { days, note } } as const;
      await this.#audit.append(tx, { actor: auditActor(asker), ...entry });
      return answerOf(change);
    });
  }

  async changes(): Promise<z.output<typeof calendarChangeSchema>[]> {
    return (await this.#changes.list()).map(answerOf);
  }

  #known(id: string) {
    const { current } = this.#calendars;
    if (current.has(id)) return current.get(id);
    throw new DomainError({
      code: 'calendar-unknown',
      kind: 'not-found',
      message: `No calendar "${id.slice(0, 40)}" exists; expected one of ${current.ids.join(', ')}.`,
    });
  }
}

/** Milliseconds. */
const day = 86_400_000;

function answerOf({ days, at, finishedAt, ...change }: CalendarChange): z.output<typeof calendarChangeSchema> {
  return { ...change, days: [...days], at: at.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}
