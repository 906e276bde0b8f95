import { Inject, Injectable } from '@nestjs/common';
import { taskIdOf } from '@lianban/engine';
import { AccessService, maskName, maskPhone, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { caseUnknown } from '../casework.errors.js';
import { recusedPeople } from '../recusals/recusal.sql.js';
import { isForVolunteers } from '../mutual-aid/volunteer-tasks.rules.js';
import { isInUnitOf, poolsOfPrincipal } from '../tasks/pools.rules.js';
import type { Step } from '../tasks/step.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import { lightOf } from '../tasks/light.rules.js';
import { isCallback, reopenProblem } from '../closing/closing.rules.js';
import { SideQueryService } from '../sides/side-query.service.js';
import { TermTexts } from '../terms/term-texts.js';
import { maySeparate } from '../exits/may-separate.js';
import { CaseAccess } from './case-access.js';
import { findCaseRow, mergedCases, type CaseRow } from './case-row.sql.js';
import { caseStateNames } from './case.js';
import { namedOf, type CaseTask, type CaseView } from './case-view.js';

/** Reads cases, each only for those who may. */
@Injectable()
export class CaseQueryService {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #access: AccessService;
  readonly #texts: TermTexts;
  readonly #sides: SideQueryService;
  readonly #clock: Clock;

  constructor(
    database: Database,
    cases: CaseAccess,
    access: AccessService,
    texts: TermTexts,
    sides: SideQueryService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#cases = cases;
    this.#access = access;
    this.#texts = texts;
    this.#sides = sides;
    this.#clock = clock;
  }

  /** A whole case with its open tasks. @throws permission-missing, case-unknown */
  async get(principal: Principal, caseId: string): Promise<CaseView> {
    await this.#cases.require(principal, caseId);
    const row = await findCaseRow(this.#database, caseId);
    if (!row) throw caseUnknown(caseId);
    const steps = await openStepsOfCase(this.#database, caseId);
    const mine = new Set(poolsOfPrincipal(principal, this.#access));
    const units = [row.firstUnitId, ...steps.map(({ unitId }) => unitId)];
    const assignable = await this.#cases.assignable(principal, units);
    const sides = await this.#sides.ofCase(caseId);
    const own = steps.filter(({ instanceId }) => !sides.some(({ id }) => id === instanceId));
    const answersFor =
      own.some(({ assigneeId, unitId }) => assigneeId === principal.accountId || assignable.has(unitId)) ||
      assignable.has(row.firstUnitId);
    const main = mainOf(row);
    const view = viewOf(row, {
      mergedInto: main && (await this.#cases.mayRead(principal, main.id)) ? main : null,
      tasks: steps.map((step) => ({
        ...this.#taskOf(step, principal, mine),
        canTransfer: !isForVolunteers(step) && (step.assigneeId === principal.accountId || assignable.has(step.unitId)),
      })),
      recused: await recusedPeople(this.#database, caseId),
      sides,
      canMarkHistoric: row.state === 'open' && answersFor,
      merged: await mergedCases(this.#database, caseId),
      canHold: row.anonymisedAt === null && this.#access.can(principal, 'supervision.order'),
      canSeparate: await this.#maySeparate(principal, row),
      canWithdraw: row.state === 'open' && (await this.#cases.mayWithdraw(principal, row)),
      canReopen: reopenProblem(row, this.#clock.now()) === undefined && this.#cases.mayReopen(principal, row),
    });
    return await this.#cases.told(principal, caseId, view);
  }

  async #maySeparate(principal: Principal, row: CaseRow): Promise<boolean> {
    const { mergedInto } = row;
    return mergedInto !== null && (await maySeparate(this.#database, this.#cases, principal, { ...row, mergedInto }));
  }

  #taskOf(step: Step, principal: Principal, mine: ReadonlySet<string>): Omit<CaseTask, 'canTransfer'> {
    const now = this.#clock.now();
    const held = step.assigneeId === principal.accountId;
    const free = step.assigneeId === null && step.pools.some((pool) => mine.has(pool));
    const absent =
      isInUnitOf(step, mine) && principal.standsInFor.some(({ accountId }) => accountId === step.assigneeId);
    return {
      id: taskIdOf(step.instanceId, step.key),
      elementId: step.elementId,
      name: step.name,
      unit: step.unitName,
      assignee: step.assigneeName,
      receivedAt: step.receivedAt.toISOString(),
      dueAt: step.dueAt?.toISOString() ?? null,
      light: lightOf(step, now),
      remaining: step.suspended ? null : this.#texts.remaining(step, now),
      outcomes: step.outcomes,
      hasForm: step.formKey !== null,
      canClaim: free || absent,
      canRelease: held,
      canComplete: held || free,
      canRate: held && isCallback(step),
      canRecuse: held || free,
    };
  }
}

/** What of a case depends on who asks, or stands in other tables. */
type Around = Pick<
  CaseView,
  | 'mergedInto'
  | 'tasks'
  | 'recused'
  | 'sides'
  | 'merged'
  | 'canSeparate'
  | 'canWithdraw'
  | 'canReopen'
  | 'canMarkHistoric'
  | 'canHold'
>;

function viewOf(row: CaseRow, around: Around): CaseView {
  const { id, code, title, text, address, anonymous, urgency, state, level, returns, escalations } = row;
  const { residentName: name, residentPhone: phone, registeredByName: registrar, definitionKey: key } = row;
  return {
    id,
    code,
    title,
    text,
    channel: { code: row.channelCode, name: row.channelName },
    kind: namedOf(row.kindCode, row.kindName),
    campaign: namedOf(row.campaignCode, row.campaignName),
    historic: historicOf(row),
    category: namedOf(row.categoryCode, row.categoryName),
    address,
    station: row.stationId === null ? null : { id: row.stationId, name: row.firstUnitName },
    resident:
      anonymous || name === null ? null : { name: maskName(name), phone: phone === null ? null : maskPhone(phone) },
    anonymous,
    notice: row.notice,
    urgency,
    state,
    stateName: caseStateNames[state],
    level,
    lane: row.lane,
    registeredBy: registrar === null ? null : { name: registrar },
    firstUnit: { id: row.firstUnitId, name: row.firstUnitName },
    owner: { id: row.ownerUnitId, name: row.ownerUnitName },
    closingNeeds: row.closingNeeds,
    about: row.aboutUnitId === null ? null : { id: row.aboutUnitId, name: row.aboutUnitName ?? row.aboutUnitId },
    receivedAt: row.receivedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    definition: key === null ? null : { key, version: row.definitionVersion ?? 0, name: row.definitionName ?? key },
    disposition: namedOf(row.dispositionCode, row.dispositionName),
    reply: row.reply,
    exit: namedOf(row.exitCode, row.exitName),
    legalHold: row.legalHold,
    anonymised: row.anonymisedAt !== null,
    ...around,
    returns,
    escalations,
  };
}

function mainOf({ mergedInto: id, mainCode: code, mainTitle: title }: CaseRow): CaseView['mergedInto'] {
  return id === null || code === null || title === null ? null : { id, code, title };
}

function historicOf({ historicSince: since, historicReason: reason }: CaseRow): CaseView['historic'] {
  return since === null || reason === null ? null : { since, reason };
}
