import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { NoticeMailService, noticeMailTopic } from '@lianban/casework';
import { OutboxService, type OutboxEntry } from '@lianban/engine';
import { CONFIG, type Config } from '@lianban/platform';

/** How long the mail server may keep one waiting, in milliseconds; shorter than the outbox lends an entry. */
const patience = 20_000;

/** Sends the mails of the outbox. A mail that is sent again has the same Message-ID, by which servers know it. */
@Injectable()
export class MailSender implements OnModuleInit, OnModuleDestroy {
  readonly #transport: Transporter | undefined;

  constructor(
    private readonly outbox: OutboxService,
    private readonly mails: NoticeMailService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    if (config.smtpUrl !== undefined) this.#transport = createTransport({ url: config.smtpUrl, ...timeouts });
  }

  onModuleInit(): void {
    if (this.#transport) this.outbox.register(noticeMailTopic, (entry) => this.#send(entry));
  }

  onModuleDestroy(): void {
    this.#transport?.close();
  }

  async #send({ payload, idempotencyKey }: OutboxEntry): Promise<void> {
    const mail = await this.mails.mailOf(payload);
    if (!mail) return;
    const { publicUrl, mailFrom } = this.config;
    const lines = mail.notices.map(({ text, caseId }) =>
      publicUrl === undefined ? text : `${text}\n${new URL(`/cases/${caseId}`, publicUrl).href}`,
    );
    const [first = ''] = mail.notices.map(({ text }) => text);
    await this.#transport?.sendMail({
      from: mailFrom,
      to: { name: mail.name, address: mail.to },
      subject: mail.notices.length === 1 ? first : `联办：${mail.notices.length} 条提醒`,
      text: `${mail.name}，您好：\n\n${lines.join('\n\n')}\n\n此邮件由联办平台自动发送，请勿回复。`,
      messageId: `<${idempotencyKey.replaceAll(':', '.')}@lianban>`,
    });
  }
}
