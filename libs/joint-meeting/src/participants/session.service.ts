import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath, UnitService } from '@lianban/organisation';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import type { MeetingView } from '../meetings/meeting.js';
import { meetingStageWrong, notYourUnit, unitStepsAside } from './participant.errors.js';
import { stageOf, stanceOf } from './participant.rules.js';
import {
  courseOf,
  invite,
  keepAttendance,
  keepDelegate,
  keepIssue,
  keepSignature,
  keepSignBy,
  openTopics,
  participantsOf,
} from './participant.sql.js';
import type { Attendance, Confirmation, Countersigning, Invitation, MeetingStage, Signature } from './participant.js';

/** Calendar by which units have time to sign. */
const calendarId = 'working-days';

/**
 * The course of a meeting: units say who comes, the secretary takes down who came, the minutes go to the units, which
 * sign or dissent in time, and are issued. Who is silent has no objection.
 */
@Injectable()
export class SessionService {
  readonly #database: Database;
  readonly #meetings: MeetingService;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    database: Database,
    meetings: MeetingService,
    access: AccessService,
    units: UnitService,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#meetings = meetings;
    this.#access = access;
    this.#units = units;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** Asks a further unit. @throws permission-missing, meeting-unknown, meeting-stage-wrong, unit-unknown, unit-steps-aside */
  async invite(principal: Principal, id: string, { unit: unitId }: Invitation): Promise<MeetingView> {
    return await this.#manage(principal, id, ['called', 'sitting'], async (tx) => {
      const unit = await this.#units.get(unitId, tx);
      const asked = { id: unit.id, name: unit.name, visibleTo: idsOfPath(unit.path) };
      if ((await invite(tx, id, [asked])).length > 0) throw unitStepsAside(unit.name);
    });
  }

  /** Says who comes for one's unit. @throws permission-missing, meeting-unknown, meeting-stage-wrong, not-your-unit */
  async confirm(principal: Principal, id: string, { unit, delegate }: Confirmation): Promise<MeetingView> {
    return await this.#speak(principal, id, unit, ['called', 'sitting'], (tx, at) => keepDelegate(tx, at, delegate));
  }

  /** Takes down who came. @throws permission-missing, meeting-unknown, meeting-stage-wrong */
  async attend(principal: Principal, id: string, { present }: Attendance): Promise<MeetingView> {
    return await this.#manage(principal, id, ['called', 'sitting'], (tx) =>
      keepAttendance(tx, id, present, this.#clock.now()),
    );
  }

  /**
   * Sends the minutes to the units to be signed.
   *
   * @throws permission-missing, meeting-unknown, meeting-stage-wrong while topics are still to be decided
   */
  async circulate(principal: Principal, id: string, { days }: Countersigning): Promise<MeetingView> {
    return await this.#manage(principal, id, ['called', 'sitting'], async (tx) => {
      if ((await openTopics(tx, id)) > 0) throw meetingStageWrong('topics are still to be decided');
      const now = this.#clock.now().toISOString();
      await keepSignBy(tx, id, this.#calendars.current.addDuration(calendarId, now, `P${days}D`));
    });
  }

  /**
   * Signs the minutes for one's unit, or dissents; may be changed until the time is over.
   *
   * @throws permission-missing, meeting-unknown, meeting-stage-wrong, not-your-unit
   */
  async sign(principal: Principal, id: string, { unit, ...said }: Signature): Promise<MeetingView> {
    return await this.#speak(principal, id, unit, ['signing'], async (tx, at) => {
      const signBy = (await courseOf(tx, id))?.signBy;
      if (signBy && signBy <= at.now) throw meetingStageWrong('the time to sign is over');
      await keepSignature(tx, at, said);
    });
  }

  /** Issues the minutes when every unit has spoken or the time is over. @throws as {@link circulate} */
  async issue(principal: Principal, id: string): Promise<MeetingView> {
    return await this.#manage(principal, id, ['signing'], async (tx) => {
      const [now, course] = [this.#clock.now(), await courseOf(tx, id)];
      const units = await participantsOf(tx, id);
      const waiting = units.filter(({ stance }) => stanceOf(stance, course?.signBy ?? null, now) === null);
      if (waiting.length > 0)
        throw meetingStageWrong(`${waiting.map(({ unit }) => unit).join(', ')} may still sign until the time is over`);
      await keepIssue(tx, id, now, principal.displayName);
    });
  }

  async #manage(
    principal: Principal,
    id: string,
    stages: readonly MeetingStage[],
    act: (tx: Transaction) => Promise<void>,
  ): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.manage');
    await this.#meetings.get(principal, id);
    await this.#database.transaction(async (tx) => {
      await requireStage(tx, id, stages);
      await act(tx);
    });
    return await this.#meetings.get(principal, id);
  }

  async #speak(
    principal: Principal,
    id: string,
    unitId: string,
    stages: readonly MeetingStage[],
    act: (tx: Transaction, at: { meetingId: string; unitId: string; now: Date; by: string }) => Promise<void>,
  ): Promise<MeetingView> {
    await this.#meetings.get(principal, id);
    await this.#database.transaction(async (tx) => {
      await requireStage(tx, id, stages);
      const invited = (await participantsOf(tx, id)).some((each) => each.unitId === unitId);
      if (!invited || !this.#meetings.speaksFor(principal, unitId)) throw notYourUnit(unitId);
      await act(tx, { meetingId: id, unitId, now: this.#clock.now(), by: principal.displayName });
    });
    return await this.#meetings.get(principal, id);
  }
}

async function requireStage(tx: Transaction, id: string, stages: readonly MeetingStage[]): Promise<void> {
  const course = await courseOf(tx, id, true);
  const stage = course && stageOf(course);
  if (!stage || !stages.includes(stage)) throw meetingStageWrong(`the meeting is ${stage ?? 'gone'}`);
}
