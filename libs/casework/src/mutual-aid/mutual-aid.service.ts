import { Injectable } from '@nestjs/common';
import { CommandService } from '@lianban/engine';
import { AccessService, PeopleService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { heldOwnStep } from '../acts/held-step.js';
import { actorOf } from '../actor.rules.js';
import { alreadyDecided, caseUnknown } from '../casework.errors.js';
import { isCallback, isCheck } from '../closing/closing.rules.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { lockOpenStep } from '../sides/side-process.sql.js';
import { SideProcesses } from '../sides/side-processes.service.js';
import type { Step } from '../tasks/step.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import {
  notAtStation,
  noteTellsPerson,
  nothingToRecall,
  noVolunteers,
  offerRefused,
  offerTooLong,
  skillUnknown,
} from './mutual-aid.errors.js';
import { offerProblem, offerTerm, tellsPerson, type OfferFacts } from './mutual-aid.rules.js';
import { offerFacts, openOffer, rosterOf } from './mutual-aid.sql.js';
import type { MutualAidOffer, MutualAidOptions, MutualAidRecall } from './mutual-aid.js';
import { volunteerSkills } from './volunteer.sql.js';

/** Somebody on the roster. */
type Rostered = Awaited<ReturnType<typeof rosterOf>>[number];

/**
 * Offers what a station has to its volunteers (自助互助): who holds the task keeps the case and its clock, and has it back
 * by itself when no volunteer takes it, reports in time, or can do it.
 */
@Injectable()
export class MutualAidService {
  readonly #access: AccessService;
  readonly #people: PeopleService;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #sides: SideProcesses;
  readonly #commands: CommandService;

  constructor(
    access: AccessService,
    people: PeopleService,
    units: UnitService,
    acts: ActRunner,
    sides: SideProcesses,
    commands: CommandService,
  ) {
    this.#access = access;
    this.#people = people;
    this.#units = units;
    this.#acts = acts;
    this.#sides = sides;
    this.#commands = commands;
  }

  /**
   * Whether a case that somebody holds may be offered, and to how many volunteers.
   *
   * @throws permission-missing, case-unknown, task-not-held, mutual-aid-not-here
   */
  async options(principal: Principal, caseId: string, task?: string): Promise<MutualAidOptions> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(undefined, async (tx) => {
      const { station, facts } = await this.#offerable(tx, principal, caseId, task);
      const volunteers = await this.#volunteersOf(tx, station);
      const skills = (await volunteerSkills(tx)).map((skill) => ({
        ...skill,
        volunteers: volunteers.filter((each) => each.skills.includes(skill.code)).length,
      }));
      return { problem: offerProblem(facts) ?? null, volunteers: volunteers.length, skills };
    });
  }

  /**
   * @throws permission-missing, case-unknown, task-not-held, mutual-aid-not-here, mutual-aid-complaint,
   *   mutual-aid-conflict, mutual-aid-kind, note-tells-person, skill-unknown, no-volunteers, already-decided, asked-already,
   *   offer-too-long
   */
  async offer(
    principal: Principal,
    caseId: string,
    offer: MutualAidOffer,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(request, async (tx) => {
      const { step, station, facts } = await this.#offerable(tx, principal, caseId, offer.task);
      const problem = offerProblem(facts);
      if (problem) throw offerRefused(problem);
      if (tellsPerson(offer.note, facts.residentName)) throw noteTellsPerson();
      const skill = await skillNamed(tx, offer.skill);
      const volunteers = await this.#volunteersOf(tx, station, skill?.code);
      if (volunteers.length === 0) throw noVolunteers(station.name);
      if (!(await lockOpenStep(tx, step))) throw alreadyDecided({ ...step, state: 'done' });
      const answer = await this.#begin(tx, principal, { step, station, note: offer.note, skill, term: offer.term });
      const accounts = volunteers.map(({ id }) => id);
      const told = { kind: 'mutual-offered', step: skill?.name ?? '互助', unit: station.name, accounts } as const;
      const due = answer.tasks[0]?.dueAt ?? null;
      const dueAt = due === null ? null : new Date(due);
      if (dueAt && step.dueAt && dueAt > step.dueAt) throw offerTooLong(step);
      await this.#acts.notify(tx, caseId, [{ ...told, dueAt }], principal.accountId);
      return answer;
    });
  }

  /**
   * Takes an offer back, also from a volunteer who has not reported yet.
   *
   * @throws permission-missing, case-unknown, task-not-held, nothing-to-recall
   */
  async recall(
    principal: Principal,
    caseId: string,
    { opinion, task }: MutualAidRecall,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(request, async (tx) => {
      const step = await heldOwnStep(tx, principal, caseId, task);
      const instanceId = await openOffer(tx, step);
      if (instanceId === undefined) throw nothingToRecall();
      await this.#commands.execute(tx, {
        instanceId,
        command: { type: 'cancel-instance', reason: '窗口收回' },
        actor: actorOf(principal, step.unitId, opinion),
      });
      const actor = trailActorOf(principal, step.unitId);
      const act = { at: this.#acts.now(), kind: 'mutual-aid-recalled', title: '收回互助', actor, opinion } as const;
      await this.#acts.tell(tx, caseId, actLine(step, act));
      return { tasks: [] };
    });
  }

  async #offerable(
    tx: Transaction,
    principal: Principal,
    caseId: string,
    task: string | undefined,
  ): Promise<{ readonly step: Step; readonly station: Unit; readonly facts: OfferFacts }> {
    const step = await heldOwnStep(tx, principal, caseId, task);
    const station = step.unitId === null ? undefined : await this.#units.find(step.unitId, tx);
    if (station?.kind !== 'station' || isCallback(step) || isCheck(step)) throw notAtStation(step);
    const facts = await offerFacts(tx, caseId);
    if (!facts) throw caseUnknown(caseId);
    return { step, station, facts };
  }

  /** Those on the roster who may help at the station now, with the skill where one is asked for. */
  async #volunteersOf(tx: Transaction, station: Unit, skill?: string): Promise<Rostered[]> {
    const roster = await rosterOf(tx, station.id);
    const holders = new Set((await this.#people.holding('mutual-aid.help', station.path, tx)).map(({ id }) => id));
    return roster.filter(({ id, skills }) => holders.has(id) && (skill === undefined || skills.includes(skill)));
  }

  async #begin(
    tx: Transaction,
    principal: Principal,
    {
      step,
      station,
      note,
      skill,
      term,
    }: {
      readonly step: Step;
      readonly station: Unit;
      readonly note: string;
      readonly skill: { readonly code: string; readonly name: string } | undefined;
      readonly term: MutualAidOffer['term'];
    },
  ): Promise<TaskAnswer> {
    return await this.#sides.begin(tx, principal, {
      side: {
        ...{ caseId: step.caseId, kind: 'mutual-aid', forInstance: step.instanceId, forKey: step.key, trigger: null },
        ...{ text: note, skill: skill?.code, unit: { id: station.id, name: `${station.name}志愿者` } },
        variables: { term: offerTerm(term) },
      },
      line: {
        ...{ kind: 'mutual-aid-offered', title: '交互助', step: step.name, elementId: step.elementId },
        unit: step.unitName ?? undefined,
        actor: trailActorOf(principal, step.unitId),
        opinion: note,
        detail: { skill: skill?.name ?? null },
        definition: { key: step.definitionKey, version: step.definitionVersion },
      },
    });
  }
}

/** The skill in use with this code; undefined: all volunteers are asked. @throws skill-unknown */
async function skillNamed(
  tx: Transaction,
  code: string | undefined,
): Promise<{ readonly code: string; readonly name: string } | undefined> {
  if (code === undefined) return undefined;
  const skill = (await volunteerSkills(tx)).find((each) => each.code === code);
  if (!skill) throw skillUnknown('skill', [code]);
  return skill;
}
