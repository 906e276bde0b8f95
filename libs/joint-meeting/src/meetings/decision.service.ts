import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AssistService, TaskService } from '@lianban/casework';
import { taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database } from '@lianban/platform';
import { noQuorum } from '../participants/participant.errors.js';
import { topicNotOpen } from './meeting.errors.js';
import { MeetingService } from './meeting.service.js';
import { agendaOf, keepDecision } from './meeting.sql.js';
import type { Decision, MeetingView } from './meeting.js';

/**
 * Writes down what a meeting decided and sends it on its way at once: the case's process takes the outcome, the lead
 * gets its task, helpers get theirs under it with an earlier term.
 */
@Injectable()
export class DecisionService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #meetings: MeetingService;
  readonly #units: UnitService;
  readonly #tasks: TaskService;
  readonly #assists: AssistService;

  constructor(
    database: Database,
    access: AccessService,
    meetings: MeetingService,
    units: UnitService,
    tasks: TaskService,
    assists: AssistService,
  ) {
    this.#database = database;
    this.#access = access;
    this.#meetings = meetings;
    this.#units = units;
    this.#tasks = tasks;
    this.#assists = assists;
  }

  /**
   * Decides a topic of the agenda.
   *
   * @throws permission-missing, meeting-unknown, topic-not-open, no-quorum, unit-unknown, task-not-yours, outcome-unknown
   */
  async decide(principal: Principal, meetingId: string, topicId: string, decision: Decision): Promise<MeetingView> {
    this.#access.require(principal, 'joint-meeting.manage');
    const { stage, quorum } = await this.#meetings.get(principal, meetingId);
    if (stage === 'sitting' && !quorum.reached) throw noQuorum(quorum.present, quorum.needed);
    const topic = (await agendaOf(this.#database, meetingId)).find(({ id }) => id === topicId);
    const { outcome, lead, helpers, opinion } = decision;
    const nameOf = async (id: string): Promise<string> => (await this.#units.get(id)).name;
    const names: string[] = [];
    for (const helper of helpers) names.push(await nameOf(helper));
    const kept = {
      outcome,
      opinion,
      lead: lead === undefined ? null : await nameOf(lead),
      helpers: names,
      by: principal.displayName,
    };
    // The same again, as of a repeated request, only makes up for what was broken off: each part can be done once more.
    const repeated = topic?.state === 'decided' && isDeepStrictEqual({ ...topic.decision }, kept);
    if (!topic || (topic.state !== 'scheduled' && !repeated)) throw topicNotOpen(topic?.state);
    if (!repeated) {
      // Kept first: should the rest fail, the topic is still open and can be decided again.
      await keepDecision(this.#database, topicId, kept);
      await this.#tasks.complete(principal, taskIdOf(topic.instanceId, topic.key), {
        outcome,
        opinion,
        ...(lead !== undefined && { variables: { chosenDepartment: lead } }),
      });
    }
    await this.#assists.appoint(principal, topic.caseId, { units: helpers, opinion });
    return await this.#meetings.get(principal, meetingId);
  }
}
