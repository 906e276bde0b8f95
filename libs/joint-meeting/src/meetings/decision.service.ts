import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ActRunner, AssistService, DispatchRules, TaskService, type IdempotentRequest } from '@lianban/casework';
import { taskIdOf } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { noQuorum } from '../participants/participant.errors.js';
import { topicNotOpen } from './meeting.errors.js';
import { MeetingService } from './meeting.service.js';
import { keepDecision } from './meeting.sql.js';
import type { Decision, KeptDecision, MeetingView } from './meeting.js';

/**
 * Writes down what a meeting decided and sends it on its way at once: the case's process takes the outcome, the lead
 * gets its task, helpers get theirs under it with an earlier term.
 */
@Injectable()
export class DecisionService {
  readonly #acts: ActRunner;
  readonly #meetings: MeetingService;
  readonly #units: UnitService;
  readonly #tasks: TaskService;
  readonly #assists: AssistService;
  readonly #rules: DispatchRules;

  constructor(
    acts: ActRunner,
    meetings: MeetingService,
    units: UnitService,
    tasks: TaskService,
    assists: AssistService,
    rules: DispatchRules,
  ) {
    this.#acts = acts;
    this.#meetings = meetings;
    this.#units = units;
    this.#tasks = tasks;
    this.#assists = assists;
    this.#rules = rules;
  }

  /**
   * Decides a topic of the agenda.
   *
   * @throws permission-missing, meeting-unknown, topic-not-open, no-quorum, unit-unknown, task-not-yours,
   *   already-decided, outcome-unknown, precedent-needs-category, reply-tells-numbers, closing-incomplete,
   *   idempotency-key-reused
   */
  async decide(
    principal: Principal,
    meetingId: string,
    topicId: string,
    decision: Decision,
    request?: IdempotentRequest,
  ): Promise<MeetingView> {
    const { stage, quorum } = await this.#meetings.manage(principal, meetingId);
    if (stage === 'sitting' && !quorum.reached) throw noQuorum(quorum.present, quorum.needed);
    const topic = (await this.#meetings.agendaOf(principal, meetingId)).find(({ id }) => id === topicId);
    const kept = await this.#named(principal, decision);
    // The same again, as of a repeated request, only makes up for what was broken off: each part can be done once more.
    const repeated = topic?.state === 'decided' && isDeepStrictEqual({ ...topic.decision }, kept);
    if (!topic) throw topicNotOpen(undefined);
    const { outcome, lead, helpers, opinion, reply, precedent } = decision;
    if (precedent) await this.#rules.requireCategory(topic.caseId);
    await this.#acts.run(request, async (tx) => {
      if (repeated) return {};
      if (topic.state !== 'scheduled') throw topicNotOpen(topic.state);
      // The process first: the second of two who decide at once is refused there, and none of its words are kept.
      await this.#tasks.completeIn(tx, principal, taskIdOf(topic.instanceId, topic.key), {
        outcome,
        opinion,
        ...(reply && { reply }),
        ...(lead !== undefined && { variables: { chosenDepartment: lead } }),
      });
      if (!(await keepDecision(tx, { topicId, meetingId }, kept))) throw topicNotOpen('postponed');
      return {};
    });
    if (precedent && lead !== undefined) {
      const ruling = { caseId: topic.caseId, departmentId: lead, departmentName: kept.lead ?? lead, note: opinion };
      await this.#rules.add(principal, { ...ruling, where: precedent });
    }
    await this.#assists.appoint(principal, topic.caseId, { units: helpers, opinion });
    return await this.#meetings.get(principal, meetingId);
  }

  /** A decision with the names that units have now. @throws unit-unknown */
  async #named(principal: Principal, { outcome, opinion, lead, helpers, precedent }: Decision): Promise<KeptDecision> {
    const nameOf = async (id: string): Promise<string> => (await this.#units.get(id)).name;
    const names: string[] = [];
    for (const helper of helpers) names.push(await nameOf(helper));
    return {
      outcome,
      opinion,
      lead: lead === undefined ? null : await nameOf(lead),
      helpers: names,
      ...(precedent && { precedent }),
      by: principal.displayName,
    };
  }
}
