import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService, NoticeWriter, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath, UnitService } from '@lianban/organisation';
import {
  CLOCK,
  Database,
  instantMark,
  isUuid,
  newId,
  pageOf,
  type Clock,
  type Page,
  type Transaction,
} from '@lianban/platform';
import { quorumOf, stageOf, stanceOf } from '../participants/participant.rules.js';
import { meetingStageWrong, unitStepsAside } from '../participants/participant.errors.js';
import { accusedParticipant, invite, participantsOf, unitsOfTopics } from '../participants/participant.sql.js';
import type { Participant } from '../participants/participant.js';
import { arrangeAgenda } from './agenda.sql.js';
import { complaintNotApart, meetingUnknown, topicsNotQueued } from './meeting.errors.js';
import { agendaOf, findMeetings, insertMeeting, type AgendaRow, type MeetingRead } from './meeting.sql.js';
import { complaintAmong, type Reader } from './reader.sql.js';
import type { AgendaTopic, MeetingItem, MeetingView, NewMeeting } from './meeting.js';

/** Calls meetings and shows them with their agenda. */
@Injectable()
export class MeetingService {
  readonly #idempotency: IdempotencyService;
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #notices: NoticeWriter;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    database: Database,
    access: AccessService,
    units: UnitService,
    notices: NoticeWriter,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#units = units;
    this.#notices = notices;
    this.#idempotency = idempotency;
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /**
   * Calls a meeting on topics of the queue. A complaint does not come together with a matter of the unit complained of,
   * which would be left out of its own matter.
   *
   * @throws permission-missing, topics-not-queued, complaint-not-apart, idempotency-key-reused
   */
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
      await insertMeeting(tx, meeting, this.readerOf(principal).unitIds);
      await this.arrange(tx, principal, { id: meeting.id, title, topics, units: draft.units, sits: false });
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
    const mark = instantMark(after);
    const rows = await findMeetings(this.#database, this.readerOf(principal), { limit: limit + 1, after: mark });
    const page = pageOf(rows, limit, (row) => [row.mark, row.id]);
    return { items: page.items.map(itemOf), next: page.next };
  }

  /** A meeting with its agenda. @throws permission-missing, meeting-unknown */
  async get(principal: Principal, id: string): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.read');
    const reader = this.readerOf(principal);
    const [row] = isUuid(id) ? await findMeetings(this.#database, reader, { id, limit: 1 }) : [];
    if (!row) throw meetingUnknown(id);
    const { topics: _, ...item } = itemOf(row);
    const { stage } = item;
    const now = this.#clock.now();
    const participants = (await participantsOf(this.#database, id)).map((each): Participant => {
      const speaks = this.speaksFor(principal, each.unitId);
      const stance = stanceOf(each.stance, row.signBy, now);
      const canConfirm = speaks && (stage === 'called' || stage === 'sitting');
      return { ...each, stance, canConfirm, canSign: speaks && stage === 'signing' && stance !== 'silent' };
    });
    return {
      ...item,
      agenda: (await agendaOf(this.#database, id, reader)).map(topicOf),
      participants,
      quorum: quorumOf(participants),
      signingOver: row.signBy !== null && row.signBy <= now,
      issuedAt: row.issuedAt?.toISOString() ?? null,
      canDecide: this.#access.can(principal, 'joint-meeting.manage'),
    };
  }

  /** As {@link get}, for who organises meetings. @throws permission-missing, meeting-unknown */
  async manage(principal: Principal, id: string): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.manage');
    return await this.get(principal, id);
  }

  /** The agenda of a meeting that the person may see, with the tasks by which its topics are decided. */
  async agendaOf(principal: Principal, id: string): Promise<AgendaRow[]> {
    return await agendaOf(this.#database, id, this.readerOf(principal));
  }

  /** What decides what a person may know of meetings. */
  readerOf(principal: Principal): Reader {
    const { unitIds } = this.#access.unitScope(principal, 'joint-meeting.read');
    return { accountId: principal.accountId, unitIds };
  }

  /** Whether a person may speak for a unit: who works on tasks there. */
  speaksFor(principal: Principal, unitId: string): boolean {
    const unit = principal.units.find(({ id }) => id === unitId);
    return unit !== undefined && this.#access.canIn(principal, 'task.handle', unit.path);
  }

  /**
   * Gives a meeting that nobody else moves its agenda, and asks whom what is new there is about. One that sits lets go of
   * nothing.
   *
   * @throws topics-not-queued, meeting-stage-wrong, complaint-not-apart, unit-steps-aside, unit-unknown
   */
  async arrange(tx: Transaction, principal: Principal, { id, title, topics, units, sits }: Arrangement): Promise<void> {
    const { placed, added, removed } = await arrangeAgenda(tx, id, topics, this.readerOf(principal));
    if (placed < topics.length) throw topicsNotQueued(topics.length, placed);
    if (removed > 0 && sits) throw meetingStageWrong('the meeting sits; put off what it does not decide');
    const mixed = await complaintAmong(tx, id);
    if (mixed) throw complaintNotApart(mixed);
    const accused = await accusedParticipant(tx, id);
    if (accused !== undefined) throw unitStepsAside(accused);
    if (added.length > 0) await this.#ask(tx, principal, { id, title, units }, added);
  }

  /** Asks the units of the topics and those named, and tells their people. */
  async #ask(
    tx: Transaction,
    principal: Principal,
    meeting: Pick<Arrangement, 'id' | 'title' | 'units'>,
    topics: readonly string[],
  ): Promise<void> {
    const named = [];
    for (const id of meeting.units) named.push(await this.#units.get(id, tx));
    const ofTopics = await this.#units.byIds(await unitsOfTopics(tx, topics), tx);
    const units = [...named, ...ofTopics.values()];
    const aside = await invite(
      tx,
      meeting.id,
      units.map(({ id, name, path }) => ({ id, name, visibleTo: idsOfPath(path) })),
    );
    const about = await tx.query<{ caseId: string }>({
      text: `SELECT DISTINCT case_id AS "caseId" FROM joint_meeting.topic WHERE id = ANY($1::uuid[])`,
      values: [topics],
    });
    const notice = {
      kind: 'meeting',
      step: meeting.title,
      units: units.map(({ id }) => id).filter((id) => !aside.includes(id)),
    } as const;
    for (const { caseId } of about) await this.#notices.write(tx, caseId, [notice], principal.accountId);
  }
}

/** What a meeting shall have on its agenda, and which units shall come beside those of the topics. */
interface Arrangement extends Pick<NewMeeting, 'title' | 'topics' | 'units'> {
  readonly id: string;
  readonly sits: boolean;
}

function itemOf({ mark: _, at, openedAt, signBy, issuedAt, ...row }: MeetingRead): MeetingItem {
  const stage = stageOf({ openedAt, signBy, issuedAt });
  return { ...row, at: at.toISOString(), stage, signBy: signBy?.toISOString() ?? null };
}

function topicOf({ instanceId: _, key: __, ...topic }: AgendaRow): AgendaTopic {
  return topic;
}
