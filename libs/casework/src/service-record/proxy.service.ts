import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { newId, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import type { CaseRecord } from '../cases/case-record.sql.js';
import { actRefused } from '../casework.errors.js';
import { requireOwnNumbers } from '../closing/require-own-numbers.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { trailActorOf } from '../trail/act-line.js';
import type { TrailDraft } from '../trail/trail-entry.js';
import { proxyRefused } from './service-record.errors.js';
import { ServiceRecords } from './service-records.service.js';
import type { Proxy, ProxyEnd, ServiceRecord } from './service-record.js';

/** Staff runs an errand at other windows for the resident (服务代理): who, with what mandate, and what came of it. */
@Injectable()
export class ProxyService {
  readonly #acts: ActRunner;
  readonly #records: ServiceRecords;

  constructor(acts: ActRunner, records: ServiceRecords) {
    this.#acts = acts;
    this.#records = records;
  }

  /** The person becomes the agent. @throws permission-missing, case-unknown, not-serving, case-ended, proxy-already, reply-tells-numbers */
  async begin(
    principal: Principal,
    caseId: string,
    { mandate }: Proxy,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#act(principal, caseId, request, async (tx, at, { state }) => {
      if (state !== 'open') throw actRefused('case-ended', 'The case is over, so no errand is run for it any more.');
      await requireOwnNumbers(tx, caseId, mandate, 'mandate');
      const actor = trailActorOf(principal);
      const begun = await tx.query({
        name: 'casework-begin-proxy',
        text: `INSERT INTO casework.proxy (id, case_id, agent_id, agent_name, unit_name, mandate, began_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id) WHERE ended_at IS NULL DO NOTHING RETURNING id`,
        values: [newId(), caseId, principal.accountId, principal.displayName, actor.unit ?? null, mandate, at],
      });
      if (begun.length === 0) throw proxyRefused(await agentOf(tx, caseId));
      return { kind: 'proxy-begun', title: '服务代理', opinion: mandate };
    });
  }

  /** Whoever serves the case may end it, as agents fall ill. @throws permission-missing, case-unknown, not-serving, no-proxy */
  async end(
    principal: Principal,
    caseId: string,
    { result }: ProxyEnd,
    request?: IdempotentRequest,
  ): Promise<ServiceRecord> {
    return await this.#act(principal, caseId, request, async (tx, at) => {
      const ended = await tx.query({
        name: 'casework-end-proxy',
        text: 'UPDATE casework.proxy SET ended_at = $2, result = $3 WHERE case_id = $1 AND ended_at IS NULL RETURNING id',
        values: [caseId, at, result],
      });
      if (ended.length === 0) throw proxyRefused(undefined);
      return { kind: 'proxy-ended', title: '代办结束', opinion: result };
    });
  }

  async #act(
    principal: Principal,
    caseId: string,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, at: Date, file: CaseRecord) => Promise<Pick<TrailDraft, 'kind' | 'title' | 'opinion'>>,
  ): Promise<ServiceRecord> {
    return await this.#acts.run(request, async (tx) => {
      const file = await this.#records.lock(tx, principal, caseId);
      const at = this.#acts.now();
      const actor = trailActorOf(principal);
      await this.#acts.tell(tx, caseId, { ...(await act(tx, at, file)), at, actor, unit: actor.unit });
      return await this.#records.read(tx, principal, caseId);
    });
  }
}

async function agentOf(tx: Transaction, caseId: string): Promise<string> {
  const [row] = await tx.query<{ name: string }>({
    name: 'casework-agent',
    text: 'SELECT agent_name AS name FROM casework.proxy WHERE case_id = $1 AND ended_at IS NULL',
    values: [caseId],
  });
  return row?.name ?? '';
}
