import { z } from 'zod';

/** What other systems can be told of; `test` is told when somebody tries it out. */
export const webhookEvents = ['case.registered', 'case.lapsed', 'case.closed', 'case.withdrawn'] as const;

export type WebhookEvent = (typeof webhookEvents)[number];

/** Tells another system of events. */
export const webhookSchema = z
  .object({
    url: z.url({ protocol: /^https?$/u, error: '应为 http 或 https 地址' }).max(500),
    events: z.array(z.enum(webhookEvents)).min(1, '请选择事件').max(webhookEvents.length),
    secret: z.string().min(16, '密钥至少 16 个字符').max(200).describe('Key of the signature; never shown again'),
  })
  .meta({ id: 'NewWebhook' });

export type NewWebhook = z.output<typeof webhookSchema>;

/** A webhook as administrators see it. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly createdAt: string;
  /** The latest call, with what went wrong; null until there is one. */
  readonly lastCall: { readonly at: string; readonly error: string | null } | null;
}
