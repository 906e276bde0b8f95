import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, Database, type Clock, type Config, type Transaction } from '@lianban/platform';
import { NewsWriter } from '../news/news-writer.service.js';
import { findStep } from '../tasks/step.sql.js';
import type { Step } from '../tasks/step.js';
import { kindsForVolunteers, type NoticeDraft } from './notice.js';
import { localMinute } from './local-time.rules.js';
import { toHolder } from './notice.rules.js';
import { dueSoon, insertNotices, noticeSource } from './notice.sql.js';
import { fillTemplate } from './template.rules.js';

/** How many terms that run out soon are told in one look. */
const atOnce = 200;

/** Tells people of cases, in the transaction of what they are told of. */
@Injectable()
export class NoticeWriter {
  readonly #database: Database;
  readonly #news: NewsWriter;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    news: NewsWriter,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#news = news;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** @param except account that did it, and knows */
  async write(tx: Transaction, caseId: string, drafts: readonly NoticeDraft[], except?: string): Promise<void> {
    const source = drafts.length === 0 ? undefined : await noticeSource(tx, caseId);
    if (!source) return;
    const { code, title, templates } = source;
    const notices = drafts.flatMap(({ step, unit, dueAt, ...draft }) => {
      const ofCase = kindsForVolunteers.includes(draft.kind) ? {} : { code, title };
      const facts = { ...ofCase, step, unit, dueAt: dueAt ? localMinute(dueAt, this.#timeZone) : undefined };
      const bodies = Object.entries(templates[draft.kind] ?? {});
      const texts = Object.fromEntries(bodies.map(([language, body]) => [language, fillTemplate(body, facts)]));
      return bodies.length === 0 ? [] : [{ ...draft, texts }];
    });
    if (notices.length === 0) return;
    this.#news.ofPeople(tx, await insertNotices(tx, { caseId, at: this.#clock.now(), except, notices }));
  }

  /** Tells who holds a step that it runs out soon, once for each term. Answers with how many steps it found. */
  async warn(): Promise<number> {
    const steps = await dueSoon(this.#database, this.#clock.now(), atOnce);
    for (const id of steps)
      await this.#database.transaction(async (tx) => {
        const step = await findStep(tx, id);
        if (step?.state === 'open' && step.assigneeId !== null && step.dueAt)
          await this.write(tx, step.caseId, [{ ...toHolder('due-soon', step), once: onceOf(step, step.dueAt) }]);
      });
    return steps.length;
  }
}

/** A term that was moved is told of again. */
function onceOf({ instanceId, key }: Step, dueAt: Date): string {
  const minute = dueAt.toISOString().replaceAll(/[-T:]/gu, '').slice(0, 12);
  return `due:${instanceId}:${key}:${minute}`;
}
