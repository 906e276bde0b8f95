import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService, trailActorOf, TrailService, type IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { CLOCK, type Clock } from '@lianban/platform';
import { topicNotOpen } from './meeting.errors.js';
import { MeetingService } from './meeting.service.js';
import { keepPostponement } from './meeting.sql.js';
import type { MeetingView, Postponement } from './meeting.js';

/** Puts a topic off to a later meeting (再议). It waits on the queue again; its term goes on. */
@Injectable()
export class PostponementService {
  readonly #idempotency: IdempotencyService;
  readonly #meetings: MeetingService;
  readonly #trail: TrailService;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    meetings: MeetingService,
    trail: TrailService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#meetings = meetings;
    this.#trail = trail;
    this.#clock = clock;
  }

  /** Also where too few units came to decide. @throws permission-missing, meeting-unknown, topic-not-open */
  async postpone(
    principal: Principal,
    at: { readonly meetingId: string; readonly topicId: string },
    { opinion }: Postponement,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    const meeting = await this.#meetings.manage(principal, at.meetingId);
    const topic = meeting.agenda.find(({ id }) => id === at.topicId);
    if (!topic) throw topicNotOpen(undefined);
    await this.#idempotency.transaction(request, async (tx) => {
      const now = this.#clock.now();
      // The history locks the case, and the case comes before the topic, as in a step of the engine.
      const line = {
        at: now,
        kind: 'postponed',
        title: '联席会再议',
        opinion,
        actor: trailActorOf(principal),
      } as const;
      await this.#trail.append(tx, topic.caseId, [{ ...line, detail: { meeting: meeting.title } }]);
      const kept = await keepPostponement(tx, { ...at, now, by: principal.displayName }, opinion);
      if (!kept) throw topicNotOpen(topic.state);
      return {};
    });
    return await this.#meetings.get(principal, at.meetingId);
  }
}
