import { Injectable } from '@nestjs/common';
import { taskIdOf } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { newId, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { taskNotHeld } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { Step } from '../tasks/step.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import { trailActorOf } from '../trail/act-line.js';
import { wayUnknown } from './service-record.errors.js';
import { insertContact } from './service-record.sql.js';
import { ServiceRecords } from './service-records.service.js';
import type { Contact, ServiceRecord } from './service-record.js';

/** Writes down that the resident was spoken to, or tried in vain; the first contact has a term that never stops. */
@Injectable()
export class ContactService {
  readonly #catalogue: CatalogueService;
  readonly #acts: ActRunner;
  readonly #records: ServiceRecords;

  constructor(catalogue: CatalogueService, acts: ActRunner, records: ServiceRecords) {
    this.#catalogue = catalogue;
    this.#acts = acts;
    this.#records = records;
  }

  /** @throws permission-missing, case-unknown, not-serving, task-not-held, contact-way-unknown */
  async contact(
    principal: Principal,
    caseId: string,
    given: Contact,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#acts.run(request, async (tx) => {
      await this.#records.lock(tx, principal, caseId);
      const ways = await this.#catalogue.contactWays(tx);
      const way = ways.find(({ code }) => code === given.way);
      if (!way) throw wayUnknown(given.way, ways);
      const step = await stepFor(tx, principal, caseId, given.task);
      const at = this.#acts.now();
      const actor = trailActorOf(principal, step?.unitId);
      await insertContact(tx, {
        ...given,
        id: newId(),
        caseId,
        instanceId: step?.instanceId ?? null,
        key: step?.key ?? null,
        at,
        byId: principal.accountId,
        byName: principal.displayName,
        unitName: actor.unit ?? null,
      });
      await this.#acts.tell(tx, caseId, {
        at,
        kind: given.reached ? 'contacted' : 'contact-tried',
        title: given.reached ? '联系诉求人' : '联系未果',
        actor,
        step: step?.name,
        elementId: step?.elementId,
        unit: actor.unit,
        opinion: given.text,
        detail: { way: way.name, reached: given.reached, trip: given.trip },
      });
      return await this.#records.read(tx, principal, caseId);
    });
  }
}

/** The task in whose course it was, where the person holds one: the named one or the one that is due first. */
async function stepFor(
  tx: Transaction,
  principal: Principal,
  caseId: string,
  task: string | undefined,
): Promise<Step | undefined> {
  const mine = (await openStepsOfCase(tx, caseId)).filter(({ assigneeId }) => assigneeId === principal.accountId);
  if (task === undefined) return mine[0];
  const named = mine.find((step) => taskIdOf(step.instanceId, step.key) === task);
  if (!named) throw taskNotHeld(mine.map((step) => taskIdOf(step.instanceId, step.key)));
  return named;
}
