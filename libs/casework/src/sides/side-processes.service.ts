import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CommandService, type StartRequest } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database, LOGGER, newId, throughPages, uniqueViolation, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { actorOf } from '../actor.rules.js';
import { actRefused } from '../casework.errors.js';
import { findSteps, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import type { TrailDraft } from '../trail/trail-entry.js';
import type { NewSideProcess, SideKind } from './side-process.js';
import { insertSideProcess, leftSideProcesses, type LeftSide } from './side-process.sql.js';

const atOnce = 100;

/** What is asked of a unit beside the case's own way. */
export type SideDraft = Pick<
  NewSideProcess,
  'caseId' | 'kind' | 'forInstance' | 'forKey' | 'trigger' | 'skill' | 'text'
> & {
  readonly unit: { readonly id: string; readonly name: string };
  readonly variables: StartRequest['variables'];
};

/** A supervision order as it is given. */
interface SupervisionDraft extends Pick<SideDraft, 'caseId' | 'trigger' | 'text' | 'unit'> {
  /** Id of the unit to which the answer comes back. */
  readonly issuer: string;
  /** Working days to answer. */
  readonly days: number;
  /** Who gives it, as the history says; null: nobody in person. */
  readonly actor: TrailDraft['actor'];
  /** What calls for it, as the history says. */
  readonly reason: string;
}

/** The unit on whose behalf nobody in person asks. */
type AskingUnit = SideDraft['unit'];

/** Processes that go on beside a case's own: helpers, volunteers and supervision orders. */
@Injectable()
export class SideProcesses {
  readonly #database: Database;
  readonly #commands: CommandService;
  readonly #acts: ActRunner;
  readonly #log: Logger;

  constructor(database: Database, commands: CommandService, acts: ActRunner, @Inject(LOGGER) log: Logger) {
    this.#database = database;
    this.#commands = commands;
    this.#acts = acts;
    this.#log = log;
  }

  /**
   * Starts one, and tells of it in the history.
   *
   * @param by who asks; a unit where the system asks on its behalf
   * @throws asked-already, supervised-already, definition-unknown
   */
  async begin(
    tx: Transaction,
    by: Principal | AskingUnit,
    { side: draft, line }: { readonly side: SideDraft; readonly line: Omit<TrailDraft, 'at'> },
  ): Promise<TaskAnswer> {
    const { unit, variables, ...side } = draft;
    const id = newId();
    const at = this.#acts.now();
    try {
      await insertSideProcess(tx, {
        ...side,
        id,
        unitId: unit.id,
        unitName: unit.name,
        askedAt: at,
        ...askerOf(by),
      });
    } catch (error) {
      throw uniqueViolation(error) === undefined ? error : askedAlready(draft.kind, unit.name);
    }
    const { tasks } = await this.#commands.start(tx, {
      processKey: draft.kind,
      businessKey: draft.caseId,
      instanceId: id,
      variables: { ...variables, unit: unit.id },
      actor: 'accountId' in by ? actorOf(by, null, draft.text) : 'system',
    });
    const steps = await findSteps(tx, tasks);
    const next = steps.map((step) => ({ step: step.name, unit: step.unitName }));
    const detail = { ...line.detail, unitId: unit.id, dueAt: steps[0]?.dueAt ?? null, next };
    await this.#acts.tell(tx, draft.caseId, { ...line, at, detail });
    return { tasks: steps.map(taskRefOf) };
  }

  /**
   * Orders a unit to answer for a case (督办).
   *
   * @throws supervised-already, definition-unknown
   */
  async order(tx: Transaction, by: Principal | AskingUnit, order: SupervisionDraft): Promise<TaskAnswer> {
    const { caseId, unit, issuer, trigger, days, text, actor, reason } = order;
    return await this.begin(tx, by, {
      side: {
        ...{ caseId, kind: 'supervision', forInstance: null, forKey: null, trigger, text, unit },
        variables: { days, issuer, trigger, order: text },
      },
      line: { kind: 'supervised', title: '督办', unit: unit.name, actor, opinion: text, detail: { reason } },
    });
  }

  /**
   * Ends what has outlived its purpose. Safe at any moment and in any number of processes; one that cannot be ended
   * does not keep the others. Gives how many were ended.
   */
  async endLeft(): Promise<number> {
    const command = { type: 'cancel-instance', reason: '所协助的环节或诉求已结束' } as const;
    return await throughPages<LeftSide>({
      find: (after) => leftSideProcesses(this.#database, { after, limit: atOnce }),
      act: async ({ id: instanceId }) => {
        await this.#database.transaction((tx) => this.#commands.execute(tx, { instanceId, command, actor: 'system' }));
        return 1;
      },
      failed: (err, { id: instanceId }) =>
        this.#log.warn({ err, instanceId }, 'a process beside a case that is over cannot be ended; tried again later'),
    });
  }
}

function askerOf(by: Principal | AskingUnit): Pick<NewSideProcess, 'askedBy' | 'askedByName' | 'askedByUnit'> {
  if ('accountId' in by)
    return { askedBy: by.accountId, askedByName: by.displayName, askedByUnit: by.units[0]?.name ?? null };
  return { askedBy: null, askedByName: '系统', askedByUnit: by.name };
}

function askedAlready(kind: SideKind, unit: string): Error {
  return kind !== 'supervision'
    ? actRefused('asked-already', `${unit} was asked about this task already and has not answered yet.`)
    : actRefused(
        'supervised-already',
        `${unit} has an open supervision order on this case already; close that one first.`,
      );
}
