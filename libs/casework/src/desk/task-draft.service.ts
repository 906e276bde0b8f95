import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { reachableStep } from '../tasks/reachable-step.js';
import type { StepId } from '../tasks/step.js';
import { taskDraftSchema, type KeptTaskDraft, type TaskDraft } from './task-draft.js';

/** How long a draft is kept after it was last saved, in milliseconds. */
const memory = 30 * 24 * 3_600_000;

/**
 * What people have written for a task and not sent yet, so that it is there at another machine too. Only who wrote it
 * reads it; it goes with the task when they finish it (see `assignStep`), or after a month.
 */
@Injectable()
export class TaskDrafts {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
  }

  /** The own draft for a task that one holds or may claim. @throws task-unknown */
  async get(principal: Principal, taskId: string): Promise<KeptTaskDraft> {
    const { instanceId, key } = await this.#require(principal, taskId);
    const [row] = await this.#database.query<{ readonly content: unknown; readonly savedAt: Date }>({
      name: 'casework-task-draft',
      text: `SELECT content, saved_at AS "savedAt" FROM casework.task_draft
             WHERE instance_id = $1 AND key = $2 AND account_id = $3 AND expires_at > $4`,
      values: [instanceId, key, principal.accountId, this.#clock.now()],
    });
    const draft = taskDraftSchema.safeParse(row?.content);
    return row && draft.success
      ? { draft: draft.data, savedAt: row.savedAt.toISOString() }
      : { draft: null, savedAt: null };
  }

  /**
   * Keeps what was written in the place of what was kept before; of a task that is finished nothing, as what was saved
   * while it was sent may come after it.
   *
   * @throws task-unknown
   */
  async save(principal: Principal, taskId: string, draft: TaskDraft): Promise<KeptTaskDraft> {
    const { instanceId, key } = await this.#require(principal, taskId);
    const now = this.#clock.now();
    const kept = await this.#database.query({
      name: 'casework-save-task-draft',
      text: `INSERT INTO casework.task_draft (account_id, instance_id, key, content, saved_at, expires_at)
             SELECT $3, instance_id, key, $4, $5, $6 FROM casework.step
             WHERE instance_id = $1 AND key = $2 AND state = 'open' FOR SHARE
             ON CONFLICT (instance_id, key, account_id) DO UPDATE
               SET content = excluded.content, saved_at = excluded.saved_at, expires_at = excluded.expires_at
             RETURNING key`,
      values: [instanceId, key, principal.accountId, JSON.stringify(draft), now, new Date(now.getTime() + memory)],
    });
    return kept.length > 0 ? { draft, savedAt: now.toISOString() } : { draft: null, savedAt: null };
  }

  /** Forgets what nobody has gone on with, requests that were never registered too. */
  async purge(): Promise<void> {
    await this.#database.query({
      text: `WITH cases AS (DELETE FROM casework.case_draft WHERE expires_at <= $1)
             DELETE FROM casework.task_draft WHERE expires_at <= $1`,
      values: [this.#clock.now()],
    });
  }

  async #require(principal: Principal, taskId: string): Promise<StepId> {
    return await reachableStep(this.#database, this.#access, principal, taskId);
  }
}
