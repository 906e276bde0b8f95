import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config, type Transaction } from '@lianban/platform';
import { DeliveryService } from './delivery.service.js';
import { localMinute } from './local-time.rules.js';
import type { ResidentTemplate } from './template.js';
import { fillTemplate } from './template.rules.js';

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
             WHERE (id = $1 OR merged_into = $1) AND sms_consent AND resident_phone LIKE '1%'`,
      values: [caseId, what],
    });
    for (const { id, code, queryCode, body } of people) {
      const url = publicUrl === undefined ? '' : new URL('/public/progress', publicUrl).href;
      const facts = { code, queryCode, url, dueAt: dueAt && localMinute(dueAt, timeZone) };
      await this.#deliveries.add(tx, { channel: 'sms', kind: what, caseId: id, text: fillTemplate(body, facts) });
    }
  }
}
