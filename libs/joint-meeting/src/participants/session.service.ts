import { Inject, Injectable } from '@nestjs/common';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath, UnitService } from '@lianban/organisation';
import { CLOCK, type Clock, type Transaction } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import type { MeetingView, NewAgenda } from '../meetings/meeting.js';
import { hidesTopics } from '../meetings/reader.sql.js';
import { meetingStageWrong, notYourUnit, organiserStepsAside, unitStepsAside } from './participant.errors.js';
import { stageOf, stanceOf, type MeetingCourse } from './participant.rules.js';
import {
  invite,
  keepAttendance,
  keepDelegate,
  keepIssue,
  keepSignature,
  keepSignBy,
  lockCourse,
  openTopics,
  participantsOf,
} from './participant.sql.js';
import type { Attendance, Confirmation, Countersigning, Invitation, MeetingStage, Signature } from './participant.js';

/**
 * The course of a meeting: units say who comes, the secretary takes down who came, the minutes go to the units, which
 * sign or dissent in time, and are issued. Who is silent has no objection.
 */
@Injectable()
export class SessionService {
  readonly #idempotency: IdempotencyService;
  readonly #meetings: MeetingService;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    meetings: MeetingService,
    access: AccessService,
    units: UnitService,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#meetings = meetings;
    this.#access = access;
    this.#units = units;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /**
   * Asks a further unit.
   *
   * @throws permission-missing, meeting-unknown, organiser-steps-aside, meeting-stage-wrong, unit-unknown,
   *   unit-steps-aside
   */
  async invite(
    principal: Principal,
    id: string,
    { unit: unitId }: Invitation,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#manage({ principal, id, stages: ['called', 'sitting'], request }, async (tx) => {
      const unit = await this.#units.get(unitId, tx);
      const asked = { id: unit.id, name: unit.name, visibleTo: idsOfPath(unit.path) };
      if ((await invite(tx, id, [asked])).length > 0) throw unitStepsAside(unit.name);
    });
  }

  /**
   * Puts what is still to be decided into a new order, with topics that still wait in the queue. Until the meeting sits,
   * what is not named goes back to the queue; afterwards it is put off by the meeting, with a reason.
   *
   * @throws permission-missing, meeting-unknown, organiser-steps-aside, meeting-stage-wrong, topics-not-queued,
   *   complaint-not-apart, unit-steps-aside
   */
  async arrange(
    principal: Principal,
    id: string,
    { topics }: NewAgenda,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#manage(
      { principal, id, stages: ['called', 'sitting'], request },
      async (tx, { title, course }) =>
        this.#meetings.arrange(tx, principal, { id, title, topics, units: [], sits: course.openedAt !== null }),
    );
  }

  /** Says who comes for one's unit. @throws permission-missing, meeting-unknown, meeting-stage-wrong, not-your-unit */
  async confirm(
    principal: Principal,
    id: string,
    { unit, delegate }: Confirmation,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#speak({ principal, id, stages: ['called', 'sitting'], request }, unit, (tx, at) =>
      keepDelegate(tx, at, delegate),
    );
  }

  /** Takes down who came. @throws permission-missing, meeting-unknown, organiser-steps-aside, meeting-stage-wrong */
  async attend(
    principal: Principal,
    id: string,
    { present }: Attendance,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#manage({ principal, id, stages: ['called', 'sitting'], request }, (tx) =>
      keepAttendance(tx, id, present, this.#clock.now()),
    );
  }

  /**
   * Sends the minutes to the units to be signed.
   *
   * @throws permission-missing, meeting-unknown, organiser-steps-aside, meeting-stage-wrong while topics are still to
   *   be decided
   */
  async circulate(
    principal: Principal,
    id: string,
    { days }: Countersigning,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#manage({ principal, id, stages: ['called', 'sitting'], request }, async (tx) => {
      if ((await openTopics(tx, id)) > 0) throw meetingStageWrong('topics are still to be decided');
      const now = this.#clock.now().toISOString();
      await keepSignBy(tx, id, this.#calendars.working().addDuration(now, `P${days}D`).dueAt);
    });
  }

  /**
   * Signs the minutes for one's unit, or dissents; may be changed until the time is over.
   *
   * @throws permission-missing, meeting-unknown, meeting-stage-wrong, not-your-unit
   */
  async sign(
    principal: Principal,
    id: string,
    { unit, ...said }: Signature,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    return await this.#speak({ principal, id, stages: ['signing'], request }, unit, async (tx, at) => {
      if (at.signBy && at.signBy <= at.now) throw meetingStageWrong('the time to sign is over');
      await keepSignature(tx, at, said);
    });
  }

  /** Issues the minutes when every unit has spoken or the time is over. @throws as {@link circulate} */
  async issue(principal: Principal, id: string, request?: IdempotentRequest): Promise<MeetingView> {
    return await this.#manage({ principal, id, stages: ['signing'], request }, async (tx, { course }) => {
      const now = this.#clock.now();
      const units = await participantsOf(tx, id);
      const waiting = units.filter(({ stance }) => stanceOf(stance, course.signBy, now) === null);
      if (waiting.length > 0)
        throw meetingStageWrong(`${waiting.map(({ unit }) => unit).join(', ')} may still sign until the time is over`);
      await keepIssue(tx, id, now, principal.displayName);
    });
  }

  /** Nobody moves a meeting of which they do not know the whole agenda. @throws organiser-steps-aside */
  async #manage(said: Said, act: Act): Promise<MeetingView> {
    this.#access.require(said.principal, 'joint-meeting.manage');
    return await this.#act(said, async (tx, meeting) => {
      if (await hidesTopics(tx, said.id, this.#meetings.readerOf(said.principal))) throw organiserStepsAside();
      await act(tx, meeting);
    });
  }

  async #speak(
    said: Said,
    unitId: string,
    act: (
      tx: Transaction,
      at: MeetingCourse & { meetingId: string; unitId: string; now: Date; by: string },
    ) => Promise<void>,
  ): Promise<MeetingView> {
    const { principal, id } = said;
    return await this.#act(said, async (tx, { course }) => {
      const invited = (await participantsOf(tx, id)).some((each) => each.unitId === unitId);
      if (!invited || !this.#meetings.speaksFor(principal, unitId)) throw notYourUnit(unitId);
      await act(tx, { ...course, meetingId: id, unitId, now: this.#clock.now(), by: principal.displayName });
    });
  }

  /** Does something to a meeting that the person may see, where it has come to one of these stages. */
  async #act({ principal, id, stages, request }: Said, act: Act): Promise<MeetingView> {
    const { title } = await this.#meetings.get(principal, id);
    await this.#idempotency.transaction(request, async (tx) => {
      await act(tx, { title, course: await requireStage(tx, id, stages) });
    });
    return await this.#meetings.get(principal, id);
  }
}

/** What somebody wants of a meeting, and when it can be had. */
interface Said {
  readonly principal: Principal;
  readonly id: string;
  readonly stages: readonly MeetingStage[];
  readonly request: IdempotentRequest | undefined;
}

/** What is done to a meeting that nobody else moves meanwhile. */
type Act = (tx: Transaction, meeting: { readonly title: string; readonly course: MeetingCourse }) => Promise<void>;

/** Locks a meeting and gives its course. @throws meeting-stage-wrong */
async function requireStage(tx: Transaction, id: string, stages: readonly MeetingStage[]): Promise<MeetingCourse> {
  const course = await lockCourse(tx, id);
  const stage = course && stageOf(course);
  if (!stage || !stages.includes(stage)) throw meetingStageWrong(`the meeting is ${stage ?? 'gone'}`);
  return course;
}
