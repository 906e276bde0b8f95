import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService, isMarkInstant, isUuid, pageMarkInvalid, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, decodeCursor, newId, pageOf, type Clock, type Page } from '@lianban/platform';
import { meetingUnknown, topicsNotQueued } from './meeting.errors.js';
import { agendaOf, findMeetings, insertMeeting, type AgendaRow, type MeetingRead } from './meeting.sql.js';
import type { AgendaTopic, MeetingItem, MeetingView, NewMeeting } from './meeting.js';

/** Calls meetings and shows them with their agenda. */
@Injectable()
export class MeetingService {
  readonly #idempotency: IdempotencyService;
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(idempotency: IdempotencyService, database: Database, access: AccessService, @Inject(CLOCK) clock: Clock) {
    this.#idempotency = idempotency;
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /** Calls a meeting on topics of the queue. @throws permission-missing, topics-not-queued, idempotency-key-reused */
  async call(principal: Principal, draft: NewMeeting, request?: IdempotentRequest): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.manage');
    const { title, place, topics } = draft;
    const meeting = {
      id: newId(),
      title,
      place,
      at: new Date(draft.at),
      calledBy: principal.accountId,
      calledByName: principal.displayName,
      calledAt: this.#clock.now(),
    };
    const { id } = await this.#idempotency.transaction(request, async (tx) => {
      const taken = await insertMeeting(
        tx,
        meeting,
        topics,
        this.#access.unitScope(principal, 'joint-meeting.read').unitIds,
      );
      if (taken < topics.length) throw topicsNotQueued(topics.length, taken);
      return { id: meeting.id };
    });
    return await this.get(principal, id);
  }

  /** One page of meetings, the latest first. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<MeetingItem>> {
    this.#access.require(principal, 'joint-meeting.read');
    const mark = after === undefined ? undefined : markOf(decodeCursor(after));
    const rows = await findMeetings(this.#database, this.#access.unitScope(principal, 'joint-meeting.read').unitIds, {
      limit: limit + 1,
      after: mark,
    });
    const page = pageOf(rows, limit, (row) => [row.mark, row.id]);
    return { items: page.items.map(itemOf), next: page.next };
  }

  /** A meeting with its agenda. @throws permission-missing, meeting-unknown */
  async get(principal: Principal, id: string): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.read');
    const [row] = isUuid(id)
      ? await findMeetings(this.#database, this.#access.unitScope(principal, 'joint-meeting.read').unitIds, {
          id,
          limit: 1,
        })
      : [];
    if (!row) throw meetingUnknown(id);
    const { topics: _, ...item } = itemOf(row);
    return {
      ...item,
      agenda: (await agendaOf(this.#database, id)).map(topicOf),
      canDecide: this.#access.can(principal, 'joint-meeting.manage'),
    };
  }
}

function itemOf({ mark: _, at, ...row }: MeetingRead): MeetingItem {
  return { ...row, at: at.toISOString() };
}

function topicOf({ instanceId: _, key: __, ...topic }: AgendaRow): AgendaTopic {
  return topic;
}

function markOf([at, id]: readonly unknown[]): [string, string] {
  if (isMarkInstant(at) && isUuid(id)) return [at, id];
  throw pageMarkInvalid();
}
