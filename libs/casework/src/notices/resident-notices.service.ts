import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Transaction } from '@lianban/platform';
import { DeliveryService } from './delivery.service.js';
import type { LeftNumber } from './delivery.sql.js';
import { localMinute } from './local-time.rules.js';
import type { BookingTemplate, ResidentTemplate } from './template.js';
import { fillTemplate } from './template.rules.js';

/** Somebody who left a number and agreed to be told by it. */
interface Told extends LeftNumber {
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Tells residents by SMS of their own request, in the transaction of what it tells: those who left a mobile number and
 * agreed, and nobody where no gateway is set up. Who is merged hears of the case with which they are handled.
 */
@Injectable()
export class ResidentNotices {
  readonly #deliveries: DeliveryService;
  readonly #config: Config;

  constructor(deliveries: DeliveryService, @Inject(CONFIG) config: Config) {
    this.#deliveries = deliveries;
    this.#config = config;
  }

  async tell(tx: Transaction, caseId: string, what: ResidentTemplate, { dueAt }: { dueAt?: Date } = {}): Promise<void> {
    if (!this.#config.sms) return;
    const { publicUrl, timeZone } = this.#config;
    const people = await tx.query<{ id: string; code: string; queryCode: string; body: string }>({
      name: 'casework-residents-to-tell',
      text: `SELECT id, file.code, query_code AS "queryCode", body FROM casework.case_file file
               JOIN casework.notice_template template ON template.code = $2 AND language = 'zh-CN'
             WHERE (id = $1 OR merged_into = $1) AND sms_consent
               AND coalesce(resident_phone_masked, resident_phone) LIKE '1%'`,
      values: [caseId, what],
    });
    for (const { id, code, queryCode, body } of people) {
      const url = addressOf('/public/progress', publicUrl);
      const facts = { code, queryCode, url, dueAt: dueAt && localMinute(dueAt, timeZone) };
      await this.#deliveries.add(tx, { channel: 'sms', kind: what, caseId: id, text: fillTemplate(body, facts) });
    }
  }

  /** Tells people by the numbers that they left for something else than a case; only mobile ones can be told. */
  async tellNumbers(tx: Transaction, what: BookingTemplate, people: readonly Told[]): Promise<void> {
    const mobile = people.filter(({ phone }) => phone.startsWith('1'));
    if (!this.#config.sms || mobile.length === 0) return;
    const [template] = await tx.query<{ body: string }>({
      name: 'casework-booking-template',
      text: `SELECT body FROM casework.notice_template WHERE code = $1 AND language = 'zh-CN'`,
      values: [what],
    });
    if (!template) return;
    const url = addressOf('/public/bookings', this.#config.publicUrl);
    for (const { facts, ...left } of mobile) {
      const text = fillTemplate(template.body, { url, ...facts });
      await this.#deliveries.add(tx, { channel: 'sms', kind: what, left, text });
    }
  }
}

function addressOf(path: string, publicUrl: string | undefined): string {
  return publicUrl === undefined ? '' : new URL(path, publicUrl).href;
}
