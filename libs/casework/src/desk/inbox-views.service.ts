import { Inject, Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, newId, uniqueViolation, type Clock, type Transaction } from '@lianban/platform';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { Box } from '../tasks/inbox.js';
import {
  inboxViewNameTaken,
  inboxViewNotYours,
  inboxViewSharingRefused,
  inboxViewsEnough,
  inboxViewUnknown,
} from './desk.errors.js';
import { inboxLookSchema } from './inbox-look.js';
import type { InboxView, InboxViewChange, NewInboxView } from './inbox-view.js';
import { countViews, deleteView, keepView, lockView, viewsSeenBy, type InboxViewRow } from './inbox-view.sql.js';

/** Most views of one person, of all boxes. */
const mostViews = 50;

/**
 * Looks at inboxes that have a name. Their owner changes them; who assigns tasks in a unit shares them with the people
 * who work there, which stands in the audit trail, as does every change of what is shared.
 */
@Injectable()
export class InboxViews {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #idempotency: IdempotencyService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    idempotency: IdempotencyService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#idempotency = idempotency;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The own views of a box, and those shared with a unit where one works. @throws permission-missing */
  async list(principal: Principal, box: Box): Promise<InboxView[]> {
    this.#access.require(principal, 'task.read');
    return (await viewsSeenBy(this.#database, seenBy(principal), box)).map((row) => viewOf(row, principal));
  }

  /** Gives a look a name. @throws permission-missing, inbox-view-name-taken, inbox-views-enough */
  async add(principal: Principal, { box, name, look }: NewInboxView, request?: IdempotentRequest): Promise<InboxView> {
    this.#access.require(principal, 'task.read');
    return await this.#idempotency.transaction(request, async (tx) => {
      if ((await countViews(tx, principal.accountId)) >= mostViews) throw inboxViewsEnough(mostViews);
      const { accountId: ownerId, displayName: owner } = principal;
      const row = { id: newId(), ownerId, owner, box, name, look, unitId: null, unitName: null };
      await this.#keep(tx, row);
      return viewOf(row, principal);
    });
  }

  /** Renames an own view or puts another look into it. @throws inbox-view-unknown, inbox-view-not-yours, inbox-view-name-taken */
  async change(principal: Principal, id: string, change: InboxViewChange): Promise<InboxView> {
    return await this.#act(principal, id, undefined, async (tx, row) => {
      const changed = { ...row, name: change.name ?? row.name, look: change.look ?? row.look };
      await this.#keep(tx, changed);
      if (row.unitId !== null) await this.#record(tx, principal, changed, 'inbox-view-changed');
      return viewOf(changed, principal);
    });
  }

  /**
   * Shows an own view to all who work in one of the own units; for who assigns tasks there.
   *
   * @throws permission-missing, inbox-view-unknown, inbox-view-not-yours, inbox-view-sharing-refused
   */
  async share(principal: Principal, id: string, unitId: string, request?: IdempotentRequest): Promise<InboxView> {
    this.#access.require(principal, 'task.assign');
    const unit = principal.units.find((each) => each.id === unitId);
    if (!unit || !this.#access.canIn(principal, 'task.assign', unit.path)) throw inboxViewSharingRefused(unitId);
    return await this.#act(principal, id, request, async (tx, row) => {
      const shared = { ...row, unitId: unit.id, unitName: unit.name };
      await this.#keep(tx, shared);
      await this.#record(tx, principal, shared, 'inbox-view-shared');
      return viewOf(shared, principal);
    });
  }

  /** Shows an own view to nobody else any more. @throws inbox-view-unknown, inbox-view-not-yours */
  async unshare(principal: Principal, id: string): Promise<InboxView> {
    return await this.#act(principal, id, undefined, async (tx, row) => {
      const own = { ...row, unitId: null, unitName: null };
      await this.#keep(tx, own);
      if (row.unitId !== null) await this.#record(tx, principal, row, 'inbox-view-unshared');
      return viewOf(own, principal);
    });
  }

  /** Forgets an own view. @throws inbox-view-unknown, inbox-view-not-yours */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.#act(principal, id, undefined, async (tx, row) => {
      await deleteView(tx, row.id);
      if (row.unitId !== null) await this.#record(tx, principal, row, 'inbox-view-deleted');
    });
  }

  async #act<T>(
    principal: Principal,
    id: string,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, row: InboxViewRow) => Promise<T>,
  ): Promise<T> {
    this.#access.require(principal, 'task.read');
    return await this.#idempotency.transaction(request, async (tx) => {
      const row = await lockView(tx, seenBy(principal), id);
      if (!row) throw inboxViewUnknown(id);
      if (row.ownerId !== principal.accountId) throw inboxViewNotYours(row);
      return await act(tx, row);
    });
  }

  async #keep(tx: Transaction, row: InboxViewRow): Promise<void> {
    try {
      await keepView(tx, row, this.#clock.now());
    } catch (error) {
      throw uniqueViolation(error) === 'inbox_view_owner_id_box_name_key' ? inboxViewNameTaken(row.name) : error;
    }
  }

  async #record(tx: Transaction, principal: Principal, row: InboxViewRow, action: string): Promise<void> {
    const subject = { type: 'inbox-view', id: row.id };
    const detail = { name: row.name, box: row.box, unit: row.unitId };
    await this.#audit.append(tx, { actor: auditActor(principal), action, subject, result: 'done', detail });
  }
}

function seenBy({ accountId, units }: Principal): { readonly accountId: string; readonly units: readonly string[] } {
  return { accountId, units: units.map(({ id }) => id) };
}

/** A view as somebody sees it; a look of another version that no longer fits is as usual. */
function viewOf(row: InboxViewRow, { accountId }: Principal): InboxView {
  const look = inboxLookSchema.safeParse(row.look);
  return {
    id: row.id,
    box: row.box,
    name: row.name,
    look: look.success ? look.data : {},
    own: row.ownerId === accountId,
    owner: row.owner,
    unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? row.unitId },
  };
}
