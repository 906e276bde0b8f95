import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, pageOf, textMark, type Clock, type Page, type Transaction } from '@lianban/platform';
import { workflowDraftMoved } from '../casework.errors.js';
import {
  workflowDraftSchema,
  type KeptWorkflowDraft,
  type SavedWorkflowDraft,
  type WorkflowDraft,
  type WorkflowDraftSummary,
} from './workflow-draft.js';
import { dropDrafts, ownDraft, ownDrafts, putDraft, type DraftRow } from './workflow-draft.sql.js';
import { WorkflowEditors } from './workflow-editors.service.js';

/** How long a draft is kept after it was last saved, in milliseconds. */
const memory = 180 * 24 * 3_600_000;

/**
 * What people have drawn of a workflow and not deployed, so that it is there at another machine too. Only who drew it
 * reads it; others learn that it is there. It goes with the deployment, when it is given up, or after half a year.
 */
@Injectable()
export class WorkflowDrafts {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #editors: WorkflowEditors;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, editors: WorkflowEditors, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#editors = editors;
    this.#clock = clock;
  }

  /** The own drafts, by key. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    paging: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<WorkflowDraftSummary>> {
    this.#access.require(principal, 'workflow.deploy');
    const after = textMark(paging.after) ?? '';
    const asked = ownDrafts(principal.accountId, this.#clock.now(), { limit: paging.limit, after });
    const rows = await this.#database.query<Omit<WorkflowDraftSummary, 'savedAt'> & { readonly savedAt: Date }>(asked);
    const page = pageOf(rows, paging.limit, ({ key }) => [key]);
    return { items: page.items.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() })), next: page.next };
  }

  /** The own draft of a workflow. */
  async get(principal: Principal, key: string): Promise<KeptWorkflowDraft> {
    this.#access.require(principal, 'workflow.deploy');
    const [row] = await this.#database.query<DraftRow>(ownDraft(ofPrincipal(principal, key), this.#clock.now()));
    if (!row) return { draft: null };
    const { savedAt, ...rest } = row;
    return { draft: { ...workflowDraftSchema.parse(rest), savedAt: savedAt.toISOString() } };
  }

  /**
   * Keeps what was drawn in the place of what was kept before.
   *
   * @throws workflow-draft-moved when the same person went on with it at another machine or in another window
   */
  async save(principal: Principal, key: string, draft: WorkflowDraft): Promise<SavedWorkflowDraft> {
    this.#access.require(principal, 'workflow.deploy');
    const now = this.#clock.now();
    return await this.#database.transaction(async (tx) => {
      const put = putDraft(ofPrincipal(principal, key), draft, { now, until: new Date(now.getTime() + memory) });
      const [row] = await tx.query<{ readonly revision: number; readonly begun: boolean }>(put);
      if (!row) throw workflowDraftMoved(key);
      if (row.begun) await this.#editors.tellOthers(tx, principal, [key]);
      return { revision: row.revision, savedAt: now.toISOString() };
    });
  }

  /** It is given up. */
  async drop(principal: Principal, key: string): Promise<void> {
    this.#access.require(principal, 'workflow.deploy');
    await this.#database.transaction(async (tx) => {
      const dropped = await tx.query(dropDrafts(principal.accountId, [key]));
      if (dropped.length > 0) await this.#editors.tellOthers(tx, principal, [key]);
    });
  }

  /** New versions are deployed: the deployer's drafts end with it, and other editors hear of it. */
  async deployed(tx: Transaction, principal: Principal, keys: readonly string[]): Promise<void> {
    await tx.query(dropDrafts(principal.accountId, keys));
    await this.#editors.tellOthers(tx, principal, keys);
  }

  /** Forgets what nobody has gone on with. */
  async purge(): Promise<void> {
    await this.#database.query({
      text: 'DELETE FROM casework.workflow_draft WHERE expires_at <= $1',
      values: [this.#clock.now()],
    });
    await this.#editors.purge();
  }
}

function ofPrincipal({ accountId }: Principal, key: string) {
  return { accountId, key };
}
