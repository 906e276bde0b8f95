import { Injectable } from '@nestjs/common';
import { CommandService } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { actorOf } from '../actor.rules.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { heldOwnStep } from '../acts/held-step.js';
import { lockCase, readCase } from '../cases/case-record.sql.js';
import { actRefused } from '../casework.errors.js';
import { changeCase } from '../cases/case.sql.js';
import { requireOwnNumbers } from '../closing/require-own-numbers.js';
import { ResidentNotices } from '../notices/resident-notices.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import type { Decline } from './exit.js';
import { exitUnknown } from './exit.errors.js';
import { hasMerged, intakeExits, keepExit } from './exit.sql.js';

/** Turns a request away that is handled elsewhere or not at all (不予受理), with a reason that the resident is told. */
@Injectable()
export class DeclineService {
  readonly #commands: CommandService;
  readonly #acts: ActRunner;
  readonly #residents: ResidentNotices;

  constructor(commands: CommandService, acts: ActRunner, residents: ResidentNotices) {
    this.#residents = residents;
    this.#commands = commands;
    this.#acts = acts;
  }

  /**
   * For who holds the case's task in the station or the street, before it went any further.
   *
   * @throws case-unknown, task-not-held, exit-unknown, reply-tells-numbers, decline-too-late, has-merged
   */
  async decline(
    principal: Principal,
    caseId: string,
    { reason, opinion, task }: Decline,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      const step = await heldOwnStep(tx, principal, caseId, task);
      const exits = await intakeExits(tx);
      const exit = exits.find(({ code }) => code === reason);
      if (!exit) throw exitUnknown(reason, exits);
      await requireOwnNumbers(tx, caseId, opinion, 'opinion');

      const { instanceId } = await readCase(tx, caseId);
      const actor = actorOf(principal, step.unitId, opinion);
      await this.#commands.execute(tx, { instanceId, command: { type: 'cancel-instance', reason: exit.name }, actor });
      const file = await lockCase(tx, caseId);
      if (file.level !== 'station' && file.level !== 'street')
        throw actRefused('decline-too-late', 'The case went beyond the street, so it is handled and answered.');
      if (await hasMerged(tx, caseId))
        throw actRefused('has-merged', 'Other cases are handled with this one; separate them first.');
      await changeCase(tx, caseId, { state: 'declined' });
      await keepExit(tx, caseId, { exit: exit.code, told: opinion });
      await this.#residents.tell(tx, caseId, 'resident-answered');
      const act = { at: this.#acts.now(), kind: 'declined', title: '不予受理', opinion } as const;
      const line = { ...act, actor: trailActorOf(principal, step.unitId), detail: { reason: exit.name } };
      await this.#acts.tell(tx, caseId, actLine(step, line));
      return { tasks: [] };
    });
  }
}
