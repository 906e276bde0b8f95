import { Inject, Injectable } from '@nestjs/common';
import { CommandService, InstanceQueryService, type PersonalActor } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { CLOCK, newId, type Clock, type Transaction } from '@lianban/platform';
import { actorOf } from '../actor.rules.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase, type CaseRecord } from '../cases/case-record.sql.js';
import { reopeningNotYours } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { findSteps, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { checkReopening } from './closing.rules.js';
import { reopenCase } from './closing.sql.js';
import type { Reopening } from './rating.js';

/** Id of the start event by which a diagram says how a closed case goes on. */
const startEvent = 'case-reopened';

/** Takes up a closed case again (重新办理): within fourteen days, once. */
@Injectable()
export class ReopeningService {
  readonly #idempotency: IdempotencyService;
  readonly #commands: CommandService;
  readonly #instances: InstanceQueryService;
  readonly #cases: CaseAccess;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    commands: CommandService,
    instances: InstanceQueryService,
    cases: CaseAccess,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#commands = commands;
    this.#instances = instances;
    this.#cases = cases;
    this.#clock = clock;
  }

  /**
   * For who registered the case and for who may assign tasks or gives supervision orders.
   *
   * @throws permission-missing, case-unknown, reopening-not-yours, reopen-refused
   */
  async reopen(
    principal: Principal,
    caseId: string,
    { opinion }: Reopening,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    await this.#cases.require(principal, caseId);
    return await this.#idempotency.transaction(request, async (tx) => {
      if (!this.#cases.mayReopen(principal, await lockCase(tx, caseId))) throw reopeningNotYours();
      return await this.start(tx, caseId, actorOf(principal, null, opinion));
    });
  }

  /** Takes it up within the limits. @throws case-unknown, reopen-refused */
  async start(tx: Transaction, caseId: string, actor: PersonalActor): Promise<TaskAnswer> {
    const file = await lockCase(tx, caseId);
    checkReopening(file, this.#clock.now());
    return await this.takeUp(tx, file, actor);
  }

  /** A new process goes on with what the old one knew. The caller has the closed case locked, and knows why. */
  async takeUp(
    tx: Transaction,
    file: Pick<CaseRecord, 'id' | 'instanceId' | 'definitionKey'>,
    actor: PersonalActor,
  ): Promise<TaskAnswer> {
    const variables = await this.#instances.variables(tx, file.instanceId);
    const instanceId = newId();
    await reopenCase(tx, file.id, instanceId, this.#clock.now());
    const { tasks } = await this.#commands.start(tx, {
      processKey: file.definitionKey ?? '',
      businessKey: file.id,
      instanceId,
      variables,
      startEvent,
      actor,
    });
    return { tasks: (await findSteps(tx, tasks)).map(taskRefOf) };
  }
}
