import { Inject, Injectable } from '@nestjs/common';
import { AccessService, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { AttachmentFiles } from '../attachments/attachment-files.service.js';
import { searchTerms } from '../cases/search.rules.js';
import { TrailService } from '../trail/trail.service.js';
import { anonymisedText } from './retention.data.js';
import type { RetentionOfKind } from './retention.js';
import {
  blankCases,
  contentsInCases,
  contentsToRemove,
  lockDueCases,
  markContentsRemoved,
  retentionOfKinds,
  type DueCase,
} from './retention.sql.js';

/** Cases of one transaction. */
const atOnce = 50;
/** Files of one run. */
const mostContents = 500;
const hour = 3_600_000;

/** Tells which of some contents something else needs than cases. */
export type ContentsInUse = (contents: readonly string[]) => Promise<readonly string[]>;

/**
 * Takes the personal data out of ended cases whose term is over (PIPL, 个人信息保护法, art. 19, 47); the cases stay, and
 * are counted as before. In batches that each stand by themselves: it may end anywhere and begin again, and several
 * processes may do it at once.
 */
@Injectable()
export class Retention {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #trail: TrailService;
  readonly #audit: AuditTrail;
  readonly #files: AttachmentFiles;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    trail: TrailService,
    audit: AuditTrail,
    files: AttachmentFiles,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#trail = trail;
    this.#audit = audit;
    this.#files = files;
    this.#clock = clock;
  }

  now(): Date {
    return this.#clock.now();
  }

  /** For how long each kind of cases keeps its data, and how many the next nights take. @throws permission-missing */
  async preview(principal: Principal): Promise<RetentionOfKind[]> {
    this.#access.require(principal, 'system.manage');
    return await retentionOfKinds(this.#database, this.#clock.now());
  }

  /** Goes on until nothing is due. @param isStopped asked between batches @returns of how many cases */
  async run(alsoInUse: ContentsInUse, isStopped: () => boolean = () => false): Promise<number> {
    let cases = 0;
    while (!isStopped()) {
      const done = await this.#database.transaction((tx) => this.#batch(tx));
      if (done === 0) break;
      cases += done;
    }
    if (!isStopped()) await this.#removeContents(alsoInUse);
    return cases;
  }

  async #batch(tx: Transaction): Promise<number> {
    const now = this.#clock.now();
    const due = await lockDueCases(tx, now, atOnce);
    if (due.length === 0) return 0;
    await blankCases(tx, due.map(blankOf), anonymisedText, now);
    for (const { id } of due)
      await this.#trail.append(tx, id, [
        { at: now, kind: 'anonymised', title: '保存期限已满，删除个人信息', actor: null },
      ]);
    await this.#audit.append(tx, {
      stream: 'retention',
      actor: null,
      action: 'personal-data-removed',
      result: 'done',
      detail: { cases: due.map(({ code }) => code) },
    });
    return due.length;
  }

  /** After the commit, by what it left behind: what cannot go now is looked at again the next time. */
  async #removeContents(alsoInUse: ContentsInUse): Promise<void> {
    const now = this.#clock.now();
    const contents = await contentsToRemove(this.#database, mostContents);
    if (contents.length === 0) return;
    const used = new Set([...(await contentsInCases(this.#database, contents)), ...(await alsoInUse(contents))]);
    const settled: string[] = [];
    for (const content of contents)
      if (used.has(content) || (await this.#files.remove(content, new Date(now.getTime() - hour))))
        settled.push(content);
    await markContentsRemoved(this.#database, settled, now);
  }
}

function blankOf({ id, code, category }: DueCase) {
  const title = category ?? '诉求';
  return { id, title, terms: searchTerms({ code, title, text: '' }) };
}
