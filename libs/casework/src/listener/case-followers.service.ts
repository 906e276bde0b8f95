import { Injectable } from '@nestjs/common';
import type { StepRecord } from '@lianban/engine';
import type { Transaction } from '@lianban/platform';
import type { CaseOfInstance } from '../cases/case.sql.js';
import { noticesOfStep } from '../notices/notice.rules.js';
import { NoticeWriter } from '../notices/notice-writer.service.js';
import { webhookEventsOf } from '../notices/webhook.rules.js';
import { WebhookService } from '../notices/webhook.service.js';
import { hasLapsedAt } from '../trail/trail.sql.js';
import type { Step } from '../tasks/step.js';
import type { NewStep } from '../tasks/step.sql.js';
import type { EndedStep } from './step-changes.rules.js';

/** Who else hears of what a step of the engine changed of a case: people, and other systems. */
@Injectable()
export class CaseFollowers {
  readonly #notices: NoticeWriter;
  readonly #webhooks: WebhookService;

  constructor(notices: NoticeWriter, webhooks: WebhookService) {
    this.#notices = notices;
    this.#webhooks = webhooks;
  }

  /** In the transaction of the step. */
  async follow(
    tx: Transaction,
    { id, beside }: CaseOfInstance,
    { record, ended, opened, overdue }: Changes,
  ): Promise<void> {
    const begins = record.command.type === 'start';
    const byLapse = opened.length > 0 && record.actor === 'system' && (await hasLapsedAt(tx, id, record.at));
    const drafts = noticesOfStep({ ended, opened, overdue, beside, begins, byLapse });
    const by = record.actor === 'system' ? undefined : record.actor.accountId;
    await this.#notices.write(tx, id, drafts, by);
    if (!beside) await this.#webhooks.tell(tx, id, record, webhookEventsOf(record, ended));
  }
}

interface Changes {
  readonly record: StepRecord;
  readonly ended: readonly EndedStep[];
  readonly opened: readonly NewStep[];
  readonly overdue: readonly Step[];
}
