import { Injectable } from '@nestjs/common';
import { CommandService } from '@lianban/engine';
import type { Departure } from '@lianban/identity';
import { idsOfPath } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { involveUnits } from '../cases/case.sql.js';
import { alreadyDecided } from '../casework.errors.js';
import { handOver } from '../hand-overs/transfer.sql.js';
import { isForVolunteers } from '../mutual-aid/volunteer-tasks.rules.js';
import { backFromVolunteers } from '../notices/notice.rules.js';
import { Claimants } from '../recusals/claimants.service.js';
import { isBeside } from '../sides/side-process.sql.js';
import { namesOnly, poolsOfUnit } from '../tasks/pools.rules.js';
import type { Step, StepId } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import { actLine } from '../trail/act-line.js';

/** Takes a task from somebody who left, and gives it to whom it belongs then. */
@Injectable()
export class LeavingTasks {
  readonly #claimants: Claimants;
  readonly #commands: CommandService;
  readonly #acts: ActRunner;

  constructor(claimants: Claimants, commands: CommandService, acts: ActRunner) {
    this.#claimants = claimants;
    this.#commands = commands;
    this.#acts = acts;
  }

  /** Says whether it did; somebody may have been quicker. @throws already-decided */
  async move(tx: Transaction, id: StepId, departure: Departure): Promise<boolean> {
    const step = await findStep(tx, id);
    if (!step || !isWith(step, departure.person)) return false;
    if (isForVolunteers(step) && (await isBeside(tx, step.instanceId)))
      return await this.#endOffer(tx, step, departure);
    return await this.#handOver(tx, step, departure);
  }

  async #handOver(tx: Transaction, step: Step, departure: Departure): Promise<boolean> {
    const { home, person } = await this.#receiver(tx, step, departure);
    const at = this.#acts.now();
    if (!(await handOver(tx, step, { ...home, ...(person && { person: { ...person, at } }) }))) return false;
    if (home) await involveUnits(tx, step.caseId, idsOfPath(home.unit.path));
    const act = {
      at,
      kind: person ? 'transferred' : 'released',
      title: person ? '离岗移交' : '离岗退回',
      actor: departure.setBy,
      detail: { from: departure.person.name, to: person?.name ?? home?.unit.name ?? step.unitName },
    } as const;
    await this.#acts.tell(tx, step.caseId, actLine(step, act));
    const notices = person ? [{ kind: 'transferred', step: step.name, accounts: [person.id] } as const] : [];
    await this.#acts.notify(tx, step.caseId, notices);
    return true;
  }

  /** What a volunteer took cannot be taken again: the offer ends, and the window has the matter at once. */
  async #endOffer(tx: Transaction, step: Step, { person, setBy }: Departure): Promise<boolean> {
    const command = { type: 'cancel-instance', reason: '志愿者离岗' } as const;
    await this.#commands.execute(tx, { instanceId: step.instanceId, command, actor: 'system' });
    // A report that was committed before the process was locked is for the window to check: nothing is undone.
    const ended = await findStep(tx, step);
    if (ended?.state !== 'cancelled') throw alreadyDecided(ended ?? step);
    const detail = { from: person.name, to: step.unitName };
    const act = { kind: 'mutual-aid-recalled', title: '离岗收回互助', actor: setBy, detail } as const;
    await this.#acts.tell(tx, step.caseId, actLine(step, { ...act, at: this.#acts.now() }));
    await this.#acts.notify(tx, step.caseId, [backFromVolunteers(step)]);
    return true;
  }

  /** Where a task belongs without the person: where it did, unless it was offered to nobody else; and who takes it over. */
  async #receiver(tx: Transaction, step: Step, { person: gone, unitId, receiverId }: Departure) {
    const place = { ...step, unitId: step.unitId ?? unitId };
    const home = namesOnly(step, gone) ? await this.#claimants.ofHead(place, tx) : undefined;
    if (receiverId === null || step.assigneeId === null) return { home, person: undefined };
    const wider = home ? { ...step, unitId: home.unit.id, pools: poolsOfUnit(home.unit.id) } : step;
    const colleague = await this.#claimants.find(wider, receiverId, tx);
    return { home, person: colleague && { id: colleague.accountId, name: colleague.displayName } };
  }
}

/** Whether a task is open and held by a person, or offered to that person alone. */
function isWith(step: Step, person: Departure['person']): boolean {
  return step.state === 'open' && (step.assigneeId === null ? namesOnly(step, person) : step.assigneeId === person.id);
}
