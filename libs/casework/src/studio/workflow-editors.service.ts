import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { NewsWriter } from '../news/news-writer.service.js';
import type { WorkflowEditor } from './workflow-draft.js';
import { accountsBeside, beat, leave, others } from './workflow-editors.sql.js';

/**
 * Without a sign of life for so long an editor counts as closed, in milliseconds: windows give one every 20 seconds, and
 * browsers let those out of sight do so once a minute only.
 */
const patience = 150_000;

interface EditorRow {
  readonly name: string;
  readonly openSince: Date | null;
  readonly draftSavedAt: Date | null;
}

/**
 * Who has which workflow open in the editor. It is rows, not memory: several processes answer, and whoever comes and
 * goes is told to the others by the stream of news.
 */
@Injectable()
export class WorkflowEditors {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #news: NewsWriter;
  readonly #clock: Clock;

  constructor(database: Database, access: AccessService, news: NewsWriter, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#news = news;
    this.#clock = clock;
  }

  /** Gives a sign of life. @returns who else is at the workflow */
  async beat(principal: Principal, key: string): Promise<WorkflowEditor[]> {
    this.#access.require(principal, 'workflow.deploy');
    const of = { accountId: principal.accountId, key };
    return await this.#database.transaction(async (tx) => {
      const times = this.#times();
      const [row] = await tx.query<{ readonly entered: boolean }>(beat(of, times));
      if (row?.entered) await this.tellOthers(tx, principal, [key]);
      return (await tx.query<EditorRow>(others(of, times))).map(({ name, openSince, draftSavedAt }) => ({
        name,
        openSince: openSince?.toISOString() ?? null,
        draftSavedAt: draftSavedAt?.toISOString() ?? null,
      }));
    });
  }

  /** The editor was closed. */
  async leave(principal: Principal, key: string): Promise<void> {
    this.#access.require(principal, 'workflow.deploy');
    await this.#database.transaction(async (tx) => {
      const left = await tx.query(leave({ accountId: principal.accountId, key }));
      if (left.length > 0) await this.tellOthers(tx, principal, [key]);
    });
  }

  /** Tells everybody else who is at one of these workflows to look again, after the commit. */
  async tellOthers(tx: Transaction, principal: Principal, keys: readonly string[]): Promise<void> {
    const beside = await tx.query<{ readonly id: string }>(accountsBeside(principal.accountId, keys, this.#times()));
    this.#news.ofEditors(
      tx,
      beside.map(({ id }) => id),
    );
  }

  /** Forgets editors that were not closed but went away. */
  async purge(): Promise<void> {
    await this.#database.query({
      text: 'DELETE FROM casework.workflow_presence WHERE seen_at <= $1',
      values: [this.#times().aliveSince],
    });
  }

  #times(): { readonly now: Date; readonly aliveSince: Date } {
    const now = this.#clock.now();
    return { now, aliveSince: new Date(now.getTime() - patience) };
  }
}
