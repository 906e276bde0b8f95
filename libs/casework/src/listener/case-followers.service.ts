import { Injectable } from '@nestjs/common';
import type { StepRecord } from '@lianban/engine';
import type { Transaction } from '@lianban/platform';
import type { CaseOfInstance } from '../cases/case.sql.js';
import { noticesOfStep } from '../notices/notice.rules.js';
import { NoticeWriter } from '../notices/notice-writer.service.js';
import { newTermOf } from '../notices/resident.rules.js';
import { ResidentNotices } from '../notices/resident-notices.service.js';
import { webhookEventsOf } from '../notices/webhook.rules.js';
import { WebhookService } from '../notices/webhook.service.js';
import { hasLapsedAt } from '../trail/trail.sql.js';
import type { Step } from '../tasks/step.js';
import type { NewStep } from '../tasks/step.sql.js';
import type { ChangedTerm, EndedStep } from './step-changes.rules.js';

/** Who else hears of what a step of the engine changed of a case: staff, the resident, and other systems. */
@Injectable()
export class CaseFollowers {
  readonly #notices: NoticeWriter;
  readonly #residents: ResidentNotices;
  readonly #webhooks: WebhookService;

  constructor(notices: NoticeWriter, residents: ResidentNotices, webhooks: WebhookService) {
    this.#notices = notices;
    this.#residents = residents;
    this.#webhooks = webhooks;
  }

  /** In the transaction of the step. */
  async follow(
    tx: Transaction,
    file: CaseOfInstance,
    { record, ended, opened, overdue, terms }: Changes,
  ): Promise<void> {
    const { id, beside } = file;
    const begins = record.command.type === 'start';
    const byLapse = opened.length > 0 && record.actor === 'system' && (await hasLapsedAt(tx, id, record.at));
    const drafts = noticesOfStep({ ended, opened, overdue, beside, begins, byLapse });
    const by = record.actor === 'system' ? undefined : record.actor.accountId;
    await this.#notices.write(tx, id, drafts, by);
    if (beside) return;
    await this.#tellResident(tx, file, { record, terms });
    await this.#webhooks.tell(tx, id, record, webhookEventsOf(record, ended));
  }

  async #tellResident(
    tx: Transaction,
    { id, told }: CaseOfInstance,
    { record, terms }: Pick<Changes, 'record' | 'terms'>,
  ): Promise<void> {
    const isRoot = record.instanceId === record.rootId;
    if (isRoot && record.command.type === 'start' && !told) await this.#residents.tell(tx, id, 'resident-receipt');
    if (isRoot && record.events.some(({ type }) => type === 'instance-completed'))
      await this.#residents.tell(tx, id, 'resident-answered');
    const dueAt = newTermOf(terms);
    if (dueAt) await this.#residents.tell(tx, id, 'resident-due', { dueAt });
  }
}

interface Changes {
  readonly record: StepRecord;
  readonly ended: readonly EndedStep[];
  readonly opened: readonly NewStep[];
  readonly overdue: readonly Step[];
  readonly terms: readonly ChangedTerm[];
}
