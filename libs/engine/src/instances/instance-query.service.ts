import { Injectable } from '@nestjs/common';
import type { InstanceState, Key, Variables } from '@lianban/bpmn';
import { pageOf, uuidMark, type Page, type Transaction } from '@lianban/platform';
import { conditionOf } from '../batches/instance-condition.js';
import type { InstanceFilter } from '../batches/batch.js';
import { InstanceUnknownError } from '../engine.errors.js';

type Reader = Pick<Transaction, 'query'>;

/** A process instance as operators see it: where it is, never what it is about. */
export interface InstanceSummary {
  readonly id: string;
  readonly processKey: string;
  readonly version: number;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly parentId: string | null;
  readonly status: string;
  readonly incidents: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/** A token, or a scope that holds tokens. */
export interface InstanceToken {
  readonly key: Key;
  readonly elementId: string;
  readonly scope: Key | null;
  readonly phase: string;
}

export interface InstanceDetail extends InstanceSummary {
  readonly tokens: readonly InstanceToken[];
  readonly timers: readonly {
    readonly key: Key;
    /** Key of the element that it belongs to. */
    readonly owner: Key;
    readonly elementId: string;
    readonly dueAt: string;
  }[];
  readonly openIncidents: readonly {
    readonly key: Key;
    readonly elementId: string;
    readonly code: string;
    readonly message: string;
  }[];
}

interface SummaryRow {
  readonly id: string;
  readonly process_key: string;
  readonly version: number;
  readonly definition_id: string;
  readonly business_key: string | null;
  readonly parent_id: string | null;
  readonly status: string;
  readonly incident_count: number;
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

const columns = `i.id, d.process_key, d.version, i.definition_id, i.business_key, i.parent_id, i.status, i.incident_count, i.started_at,
  i.ended_at`;

/** Looks at instances for operators. Variables stay where they are: they may hold personal data. */
@Injectable()
export class InstanceQueryService {
  /** Running instances that a filter finds, in the order of their ids, which is that of their start. @throws cursor-invalid */
  async list(
    tx: Reader,
    filter: InstanceFilter,
    paging: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<InstanceSummary>> {
    const after = uuidMark(paging.after) ?? '00000000-0000-0000-0000-000000000000';
    const { where, values } = conditionOf(filter, 3);
    const rows = await tx.query<SummaryRow>({
      text: `SELECT ${columns} FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
        WHERE i.id > $1 AND ${where} ORDER BY i.id LIMIT $2`,
      values: [after, paging.limit + 1, ...values],
    });
    return pageOf(rows.map(summaryOf), paging.limit, ({ id }) => [id]);
  }

  /** How many running instances a filter finds. */
  async count(tx: Reader, filter: InstanceFilter): Promise<number> {
    const { where, values } = conditionOf(filter, 1);
    const [row] = await tx.query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id WHERE ${where}`,
      values,
    });
    return row?.n ?? 0;
  }

  /** The variables of the process itself. May be personal: who asks needs the right to it. */
  async variables(tx: Reader, id: string): Promise<Variables> {
    const [row] = await tx.query<{ state: InstanceState }>({
      text: 'SELECT state FROM engine.instance WHERE id = $1',
      values: [id],
    });
    if (!row) throw new InstanceUnknownError(id);
    return row.state.elements[row.state.root]?.variables ?? {};
  }

  /** Running and ended instances, the newest first; for histories. */
  async history(
    tx: Reader,
    filter: {
      readonly processKey?: string | undefined;
      readonly businessKey?: string | undefined;
      readonly instanceId?: string | undefined;
      readonly ended?: boolean | undefined;
    },
    paging: { readonly first: number; readonly limit: number },
  ): Promise<InstanceSummary[]> {
    const { processKey, businessKey, instanceId, ended } = filter;
    const rows = await tx.query<SummaryRow>({
      text: `SELECT ${columns} FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
        WHERE ($1::text IS NULL OR d.process_key = $1) AND ($2::text IS NULL OR i.business_key = $2)
          AND ($3::uuid IS NULL OR i.id = $3) AND ($4::boolean IS NULL OR (i.ended_at IS NOT NULL) = $4)
        ORDER BY i.id DESC OFFSET $5 LIMIT $6`,
      values: [processKey, businessKey, instanceId, ended]
        .map((value): unknown => value ?? null)
        .concat([paging.first, paging.limit]),
    });
    return rows.map(summaryOf);
  }

  /** One instance, running or ended. @throws InstanceUnknownError not-found `instance-unknown` */
  async get(tx: Reader, id: string): Promise<InstanceDetail> {
    const [row] = await tx.query<SummaryRow & { state: InstanceState }>({
      text: `SELECT ${columns}, i.state FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
        WHERE i.id = $1`,
      values: [id],
    });
    if (!row) throw new InstanceUnknownError(id);
    const { elements, timers, incidents } = row.state;
    return {
      ...summaryOf(row),
      tokens: Object.values(elements).map(({ key, elementId, scope, phase }) => ({ key, elementId, scope, phase })),
      timers: Object.values(timers).map(({ key, owner, elementId, dueAt }) => ({ key, owner, elementId, dueAt })),
      openIncidents: Object.values(incidents).map(({ key, elementId, code, message }) => {
        return { key, elementId, code, message };
      }),
    };
  }
}

function summaryOf(row: SummaryRow): InstanceSummary {
  return {
    id: row.id,
    processKey: row.process_key,
    version: row.version,
    definitionId: row.definition_id,
    businessKey: row.business_key,
    parentId: row.parent_id,
    status: row.status,
    incidents: row.incident_count,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
