import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database, isUuid, pageOf, uuidMark, type Page, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { lockCase } from '../cases/case-record.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { trailActorOf } from '../trail/act-line.js';
import { OutcomeAccess } from './outcome-access.service.js';
import type { Acknowledgement, OutcomeQuery } from './outcome.js';
import {
  acknowledgeOutcome,
  findOutcome,
  findOutcomes,
  type OutcomeFilter,
  type OutcomeRow,
  type OutcomeTable,
  type Signature,
} from './outcome.sql.js';

/** What an act on a bulletin or a talk leaves in the history, and which state it needed. */
interface OutcomeAct {
  readonly title: string;
  readonly opinion: string;
  readonly expected: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What the people of the unit are told. */
  readonly told?: string;
}

/** What bulletins and talks have in common: who sees them, and how something is done about one. */
@Injectable()
export class Outcomes {
  readonly #database: Database;
  readonly #access: OutcomeAccess;
  readonly #acts: ActRunner;
  readonly #calendars: EngineCalendars;

  constructor(database: Database, access: OutcomeAccess, acts: ActRunner, calendars: EngineCalendars) {
    this.#database = database;
    this.#access = access;
    this.#acts = acts;
    this.#calendars = calendars;
  }

  /** One page of those that one may see, the newest first. @throws permission-missing, cursor-invalid */
  async page<Row extends OutcomeRow>(
    principal: Principal,
    table: OutcomeTable<Row>,
    { states, mendBefore, ...query }: OutcomeQuery & Pick<OutcomeFilter, 'states' | 'mendBefore'>,
  ): Promise<Page<Row>> {
    const scope = this.#access.scopeOf(principal);
    const rows = await findOutcomes(this.#database, table, scope, {
      states,
      mendBefore,
      unit: query.unit ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      timeZone: this.#calendars.timeZone,
      after: uuidMark(query.after) ?? null,
      limit: query.limit + 1,
    });
    return pageOf(rows, query.limit, ({ id }) => [id]);
  }

  /** One that the person may see. @throws permission-missing, bulletin-unknown, talk-unknown */
  async get<Row extends OutcomeRow>(principal: Principal, table: OutcomeTable<Row>, id: string): Promise<Row> {
    const scope = this.#access.scopeOf(principal);
    const outcome = isUuid(id) ? await findOutcome(this.#database, table, scope, id) : undefined;
    if (!outcome) throw table.unknown(id);
    return outcome;
  }

  /** One over whose unit the person gives orders. @throws permission-missing, outside-scope, bulletin-unknown, talk-unknown */
  async ordered<Row extends OutcomeRow>(principal: Principal, table: OutcomeTable<Row>, id: string): Promise<Row> {
    this.#access.requireOrders(principal);
    const outcome = await this.get(principal, table, id);
    await this.#access.requireGiver(principal, outcome.unitId);
    return outcome;
  }

  /**
   * The unit has read it; by who answers for it.
   *
   * @throws permission-missing, not-their-head, bulletin-unknown, bulletin-state-wrong, talk-unknown, talk-state-wrong
   */
  async acknowledge<Row extends OutcomeRow>(
    principal: Principal,
    table: OutcomeTable<Row>,
    id: string,
    { opinion, title, request }: Acknowledgement & { title: string; request: IdempotentRequest | undefined },
  ): Promise<void> {
    const outcome = await this.get(principal, table, id);
    this.#access.requireHead(principal, { id: outcome.unitId, name: outcome.unit });
    const act = { title, opinion, expected: table.told };
    await this.act(principal, table, outcome, { act, request }, (tx, by) =>
      acknowledgeOutcome(tx, table, id, { by, answer: opinion }),
    );
  }

  /**
   * Does something about one that stands as it must, tells it in the history and to the unit.
   *
   * @param change false where it does not stand so
   * @throws bulletin-state-wrong, talk-state-wrong
   */
  async act<Row extends OutcomeRow>(
    principal: Principal,
    table: OutcomeTable<Row>,
    { id, caseId, unitId, unit, state }: Row,
    { act, request }: { readonly act: OutcomeAct; readonly request: IdempotentRequest | undefined },
    change: (tx: Transaction, by: Signature) => Promise<boolean>,
  ): Promise<void> {
    const { title, opinion, expected, detail, told } = act;
    await this.#acts.run(request, async (tx) => {
      await lockCase(tx, caseId);
      const at = this.#acts.now();
      if (!(await change(tx, { id: principal.accountId, name: principal.displayName, at })))
        throw table.stateWrong(state, expected);
      const actor = trailActorOf(principal, unitId);
      const line = { at, kind: table.name, title, actor, unit, ...(detail && { detail }) };
      await this.#acts.tell(tx, caseId, { ...line, ...(opinion && { opinion }) });
      const notice = { kind: table.name, unit, step: told, units: [unitId], above: [unitId] };
      if (told !== undefined) await this.#acts.notify(tx, caseId, [notice], principal.accountId);
      return { id };
    });
  }
}
