import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandService } from '@lianban/engine';
import { AccessService, maskForStaff, parsePhone, type Principal } from '@lianban/identity';
import { idsOfPath } from '@lianban/organisation';
import { newId, uniqueViolation, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { actorOf } from '../actor.rules.js';
import { intakeInvalid } from '../casework.errors.js';
import type { Historic } from '../historic/historic.js';
import { historicLine } from '../historic/historic-line.js';
import { sinceProblem } from '../historic/historic.rules.js';
import { insertRecusal } from '../recusals/recusal.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { MergeService } from '../exits/merge.service.js';
import type { TaskRef } from '../tasks/step.js';
import { trailActorOf } from '../trail/act-line.js';
import { openStepsOfCase, taskRefOf } from '../tasks/step.sql.js';
import { concerns } from './about.rules.js';
import type { CaseState } from './case.js';
import type { CaseDraft, ResidentCaseDraft } from './case-draft.js';
import { CaseNumbers } from './case-numbers.service.js';
import { queryCode } from './case.rules.js';
import { insertCase, involveUnits, type NewCase } from './case.sql.js';
import { IntakeCheck, type CheckedIntake } from './intake-check.service.js';
import { searchTerms } from './search.rules.js';

/** What the history says of a request that repeats an open case. */
const repeated = '登记时确认为同一事项的重复诉求';

/** What the person who files a case gets back. */
export interface RegisteredCase {
  readonly id: string;
  readonly code: string;
  /** The resident's secret for asking about the case without an account; empty for who is concerned by the complaint. */
  readonly queryCode: string;
  readonly state: CaseState;
  readonly tasks: TaskRef[];
}

/** Takes requests in: a case and its process begin in one transaction, so neither ever stands alone. */
@Injectable()
export class IntakeService {
  readonly #acts: ActRunner;
  readonly #check: IntakeCheck;
  readonly #numbers: CaseNumbers;
  readonly #commands: CommandService;
  readonly #access: AccessService;
  readonly #merges: MergeService;

  constructor(
    acts: ActRunner,
    check: IntakeCheck,
    numbers: CaseNumbers,
    commands: CommandService,
    access: AccessService,
    merges: MergeService,
  ) {
    this.#acts = acts;
    this.#check = check;
    this.#numbers = numbers;
    this.#commands = commands;
    this.#access = access;
    this.#merges = merges;
  }

  /**
   * Registers what staff took down (登记诉求).
   *
   * @param also what else is done with the new case in the same transaction
   * @throws permission-missing, intake-invalid, source-known, merge-refused, idempotency-key-reused
   */
  async register(
    principal: Principal,
    draft: CaseDraft,
    request?: IdempotentRequest,
    also?: AlsoDone,
  ): Promise<RegisteredCase> {
    this.#access.require(principal, 'case.register');
    const intake = await this.#check.check(draft, principal);
    return await this.#file({ draft, intake, principal, also }, request);
  }

  /**
   * Files what a resident wrote without an account.
   *
   * @throws intake-invalid, idempotency-key-reused
   */
  async registerByResident(draft: ResidentCaseDraft, request?: IdempotentRequest): Promise<RegisteredCase> {
    const complete: CaseDraft = { ...draft, channel: 'resident', urgency: 'normal' };
    const intake = await this.#check.check(complete);
    return await this.#file({ draft: complete, intake, principal: undefined, also: undefined }, request);
  }

  async #file(
    { draft, intake, principal, also }: Filing,
    request: IdempotentRequest | undefined,
  ): Promise<RegisteredCase> {
    const now = this.#acts.now();
    const problem = draft.historic && sinceProblem(draft.historic.since, this.#numbers.dayOf(now));
    if (problem) throw intakeInvalid([{ field: 'historic.since', message: problem }]);
    const file = newCase({ draft, intake, principal, now, code: await this.#numbers.next(now) });
    try {
      return await this.#acts.run(request, async (tx) => {
        await insertCase(tx, file);
        await this.#keepApart(tx, file, intake);
        // It is responsible even where another level begins.
        await involveUnits(tx, file.id, idsOfPath(intake.firstUnit.path));
        await this.#commands.start(tx, {
          processKey: intake.channel.processKey,
          businessKey: file.id,
          instanceId: file.instanceId,
          variables: startVariables(draft, intake, file),
          actor: principal ? actorOf(principal) : { name: '居民' },
        });
        if (principal && draft.historic) await this.#acts.tell(tx, file.id, markedLine(principal, draft.historic, now));
        if (principal && draft.repeats)
          await this.#merges.attach(tx, principal, { caseId: file.id, into: draft.repeats, opinion: repeated });
        await also?.(tx, file.id);
        const answer = await answerOf(tx, file);
        // Whom it concerns takes the complaint down, but gets no way to read it or to take it back as its resident.
        return principal && isConcerned(principal, intake) ? { ...answer, queryCode: '', tasks: [] } : answer;
      });
    } catch (error) {
      if (uniqueViolation(error) === 'case_file_source_id_key')
        throw await this.#check.sourceKnown(file.sourceId ?? '', principal);
      throw error;
    }
  }

  /** The official who is complained of never knows of the case. */
  async #keepApart(tx: Transaction, { id, receivedAt }: NewCase, { aboutPerson }: CheckedIntake): Promise<void> {
    if (!aboutPerson) return;
    const person = { id: aboutPerson.accountId, name: aboutPerson.displayName };
    await insertRecusal(tx, { caseId: id, person, kind: 'complained-of', opinion: null, at: receivedAt });
  }
}

function markedLine(principal: Principal, { since, reason }: Historic, at: Date) {
  return historicLine({ at, actor: trailActorOf(principal), since, before: null, reason });
}

/** Something that is done with a new case in the transaction that files it. */
type AlsoDone = (tx: Transaction, caseId: string) => Promise<void>;

interface Filing {
  readonly draft: CaseDraft;
  readonly intake: CheckedIntake;
  readonly principal: Principal | undefined;
  readonly also: AlsoDone | undefined;
}

interface NewCaseInput extends Omit<Filing, 'also'> {
  readonly now: Date;
  readonly code: string;
}

function newCase({ draft, intake, principal, now, code }: NewCaseInput): NewCase {
  const id = newId();
  const { anonymous, urgency } = draft;
  const { title, text } = wordsOf(draft);
  const address = draft.address ?? null;
  return {
    id,
    code,
    queryCode: queryCode((limit) => randomInt(limit)),
    title,
    text,
    channelCode: intake.channel.code,
    categoryCode: intake.category?.code ?? null,
    kindCode: intake.kind?.code ?? null,
    ...marksOf(draft, intake),
    address,
    stationId: intake.station?.id ?? null,
    aboutUnitId: intake.about?.id ?? null,
    aboutUnitName: intake.about?.name ?? null,
    firstUnitId: intake.firstUnit.id,
    firstUnitName: intake.firstUnit.name,
    urgency,
    anonymous,
    ...peopleOf(draft, principal, intake),
    sourceId: draft.sourceId ?? null,
    instanceId: newId(),
    receivedAt: now,
    notice: draft.notice ?? null,
    searchTerms: searchTerms({ code, title, address, text }),
  };
}

/** A title stands in lists, notices and papers, so that what tells a person stands in the text alone. */
function wordsOf({ title, text }: Pick<CaseDraft, 'title' | 'text'>): Pick<CaseDraft, 'title' | 'text'> {
  const told = maskForStaff(title);
  return { title: told, text: told === title ? text : `${text}\n${title}` };
}

function marksOf({ historic }: CaseDraft, { campaign }: CheckedIntake) {
  return {
    campaignCode: campaign?.code ?? null,
    historicSince: historic?.since ?? null,
    historicReason: historic?.reason ?? null,
  };
}

/** Who is concerned by a complaint takes it down, but does not look after it from then on. */
function peopleOf(draft: CaseDraft, principal: Principal | undefined, intake: CheckedIntake) {
  return {
    ...residentOf(draft),
    registeredBy: principal && !isConcerned(principal, intake) ? principal.accountId : null,
    registeredByName: principal?.displayName ?? null,
  };
}

function residentOf({ resident }: CaseDraft): Pick<NewCase, 'residentName' | 'residentPhone' | 'smsConsent'> {
  const phone = resident?.phone;
  return {
    residentName: resident?.name ?? null,
    residentPhone: phone ? (parsePhone(phone)?.number ?? phone) : null,
    smsConsent: resident?.smsConsent ?? false,
  };
}

/** Whether a complaint is about the person, or about the unit in which they work. */
function isConcerned({ accountId, units }: Principal, { about, aboutPerson }: CheckedIntake): boolean {
  return aboutPerson?.accountId === accountId || (about !== undefined && units.some((unit) => concerns(about, unit)));
}

/** What diagrams know of a case from the start; `station` and `street` are units that exist, the backstop at worst. */
function startVariables(draft: CaseDraft, intake: CheckedIntake, file: NewCase) {
  const category = intake.category?.code ?? '';
  return {
    case: {
      id: file.id,
      code: file.code,
      title: file.title,
      category,
      kind: intake.kind?.code ?? '',
      urgency: draft.urgency,
      channel: intake.channel.code,
    },
    category,
    kind: intake.kind?.code ?? '',
    urgency: draft.urgency,
    station: intake.firstUnit.id,
    street: intake.street.id,
    ...(intake.precedent !== undefined && { precedent: intake.precedent }),
    receivedAt: file.receivedAt.toISOString(),
  };
}

async function answerOf(tx: Transaction, file: NewCase): Promise<RegisteredCase> {
  const [row] = await tx.query<{ state: CaseState }>({
    text: 'SELECT state FROM casework.case_file WHERE id = $1',
    values: [file.id],
  });
  const tasks = (await openStepsOfCase(tx, file.id)).map(taskRefOf);
  return { id: file.id, code: file.code, queryCode: file.queryCode, state: row?.state ?? 'open', tasks };
}
