import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, pageOf, uuidMark, type Page } from '@lianban/platform';
import type { DeliveryItem, DeliveryQuery } from './delivery.js';

/** What was sent, for administrators: to whom is masked, and what it said is not told. */
@Injectable()
export class DeliveryLog {
  readonly #database: Database;
  readonly #access: AccessService;

  constructor(database: Database, access: AccessService) {
    this.#database = database;
    this.#access = access;
  }

  /** One page, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, { channel, state, limit, after }: DeliveryQuery): Promise<Page<DeliveryItem>> {
    this.#access.require(principal, 'system.manage');
    const mark = uuidMark(after) ?? null;
    // Ids are made in the order of time.
    const rows = await this.#database.query<DeliveryRow>({
      name: 'casework-deliveries',
      text: `SELECT delivery.id, channel, kind, told.name AS "kindName", to_masked AS to, at, state, attempts,
               tried_at AS "triedAt", error
             FROM casework.delivery LEFT JOIN casework.notice_kind told ON told.code = kind
             WHERE ($1::text IS NULL OR channel = $1) AND ($2::text IS NULL OR state = $2)
               AND ($3::uuid IS NULL OR delivery.id < $3) ORDER BY delivery.id DESC LIMIT $4`,
      values: [channel ?? null, state ?? null, mark, limit + 1],
    });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { items: page.items.map(itemOf), next: page.next };
  }
}

interface DeliveryRow extends Omit<DeliveryItem, 'at' | 'triedAt'> {
  readonly at: Date;
  readonly triedAt: Date | null;
}

function itemOf({ at, triedAt, ...row }: DeliveryRow): DeliveryItem {
  return { ...row, at: at.toISOString(), triedAt: triedAt?.toISOString() ?? null };
}
