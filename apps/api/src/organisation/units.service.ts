import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { DefinitionService } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { fittingKinds, requireParent, UnitChanges, UnitFollowers, UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import type { newUnitSchema, unitDetailSchema, unitThingsSchema, unitTreeSchema } from './unit.schema.js';

/** Puts units into the words of the API. */
@Injectable()
export class UnitsService {
  readonly #idempotency: IdempotencyService;
  readonly #units: UnitService;
  readonly #changes: UnitChanges;
  readonly #followers: UnitFollowers;
  readonly #definitions: DefinitionService;
  readonly #audit: AuditTrail;

  constructor(
    idempotency: IdempotencyService,
    units: UnitService,
    changes: UnitChanges,
    followers: UnitFollowers,
    definitions: DefinitionService,
    audit: AuditTrail,
  ) {
    this.#idempotency = idempotency;
    this.#units = units;
    this.#changes = changes;
    this.#followers = followers;
    this.#definitions = definitions;
    this.#audit = audit;
  }

  /** Every unit that stands or did, parents first. */
  async tree(): Promise<z.output<typeof unitTreeSchema>> {
    const units = await this.#units.all();
    return units.map(({ id, name, kind, parentId, validTo }) => ({
      id,
      name,
      kind,
      parentId,
      ended: validTo !== null,
    }));
  }

  /** @throws unit-unknown */
  async get(id: string): Promise<z.output<typeof unitDetailSchema>> {
    const unit = await this.#units.get(id);
    const changes = await this.#changes.of(id);
    const others = changes.filter(({ kind }) => kind !== 'renamed').flatMap(({ before, after }) => [before, after]);
    const named = await this.#units.byIds([...others, unit.parentId, unit.successorId].filter((each) => each !== null));
    const ref = (other: string | null) => {
      const found = other === null ? undefined : named.get(other);
      return found ? { id: found.id, name: found.name } : null;
    };
    return {
      id: unit.id,
      name: unit.name,
      kind: unit.kind,
      parent: ref(unit.parentId),
      areaCode: unit.areaCode,
      validFrom: unit.validFrom.toISOString(),
      validTo: unit.validTo?.toISOString() ?? null,
      successor: ref(unit.successorId),
      changes: changes.map(({ kind, day, before, after, reason, setBy, appliedAt }) => ({
        kind,
        day,
        before: kind === 'renamed' ? before : (ref(before)?.name ?? null),
        after: kind === 'renamed' ? after : (ref(after)?.name ?? null),
        reason,
        by: setBy.name,
        holds: appliedAt !== null,
      })),
    };
  }

  /** What is with a unit and would follow it. @throws unit-unknown */
  async things(id: string): Promise<z.output<typeof unitThingsSchema>> {
    const { parents, successors } = fittingKinds((await this.#units.get(id)).kind);
    const things = await this.#followers.thingsOf(id);
    const parts = (await this.#units.list({ parentId: id })).length;
    const named = await this.#idempotency.transaction(undefined, (tx) => this.#definitions.quoting(tx, [id]));
    return {
      things: [...things, ...(parts > 0 ? [{ what: 'parts', count: parts, open: true } as const] : [])],
      named: named.map(({ name }) => name),
      fits: { parents: [...parents], successors: [...successors] },
    };
  }

  /** @throws unit-unknown (parent), unit-misplaced, unit-exists, unit-id-invalid */
  async add(
    asker: Principal,
    draft: z.output<typeof newUnitSchema>,
    request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#idempotency.transaction(request, (tx) => this.addIn(tx, asker, draft));
  }

  /** As {@link add}, in a transaction that runs. */
  async addIn(
    tx: Transaction,
    asker: Principal,
    { parent, areaCode, ...draft }: z.output<typeof newUnitSchema>,
  ): Promise<void> {
    requireParent(draft.kind, await this.#units.get(parent, tx));
    const unit: Unit = await this.#units.add(tx, { ...draft, parentId: parent, ...(areaCode && { areaCode }) });
    await this.#audit.append(tx, {
      actor: auditActor(asker),
      action: 'unit-added',
      subject: { type: 'unit', id: unit.id },
      result: 'done',
      detail: { parent, kind: unit.kind },
    });
  }
}
