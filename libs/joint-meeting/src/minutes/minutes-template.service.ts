import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import type { MeetingView } from '../meetings/meeting.js';
import { insertTemplate, templateOf, templates } from './minutes-template.sql.js';
import type { MinutesTemplate, MinutesWording } from './minutes-template.js';

/** Keeps the wording of minutes, and tells under which one those of a meeting stand. */
@Injectable()
export class MinutesTemplateService {
  readonly #idempotency: IdempotencyService;
  readonly #database: Database;
  readonly #meetings: MeetingService;
  readonly #access: AccessService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    database: Database,
    meetings: MeetingService,
    access: AccessService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#database = database;
    this.#meetings = meetings;
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The last versions, the newest first, 50 at most. @throws permission-missing */
  async list(principal: Principal): Promise<MinutesTemplate[]> {
    this.#access.require(principal, 'system.manage');
    return await templates(this.#database);
  }

  /** Makes a new version; what was signed keeps its own. Gives all, the newest first. @throws permission-missing */
  async change(principal: Principal, wording: MinutesWording, request?: IdempotentRequest): Promise<MinutesTemplate[]> {
    this.#access.require(principal, 'system.manage');
    await this.#idempotency.transaction(request, async (tx) => {
      const by = { id: principal.accountId, name: principal.displayName };
      const version = await insertTemplate(tx, wording, { now: this.#clock.now(), by });
      const subject = { type: 'minutes-template', id: String(version) };
      const actor = auditActor(principal);
      const detail = { ...wording };
      await this.#audit.append(tx, { actor, action: 'minutes-template-changed', subject, result: 'done', detail });
      return {};
    });
    return await templates(this.#database);
  }

  /** A meeting and the wording of its minutes. @throws permission-missing, meeting-unknown */
  async minutesOf(
    principal: Principal,
    meetingId: string,
  ): Promise<{ readonly meeting: MeetingView; readonly wording: MinutesWording }> {
    const meeting = await this.#meetings.get(principal, meetingId);
    return { meeting, wording: await templateOf(this.#database, meetingId) };
  }
}
