import { z } from 'zod';

/** Ways out of the product. */
export const noticeChannels = ['mail', 'sms', 'wecom'] as const;

export type NoticeChannel = (typeof noticeChannels)[number];

/**
 * How a delivery stands: `waiting` for the end of the quiet hours, `queued` until it is taken; `refused` by the gateway
 * for good, `failed` after all attempts, `dropped` because nobody is to get it any more.
 */
export const deliveryStates = ['waiting', 'queued', 'sent', 'refused', 'failed', 'dropped'] as const;

export type DeliveryState = (typeof deliveryStates)[number];

/** Something that is handed over to a mail server or a gateway. */
export interface Parcel {
  /** The same at every attempt, so that who takes it twice can know it. */
  readonly id: string;
  /** Address, number or user id. */
  readonly to: string;
  /** Of the receiver; empty for residents. */
  readonly name: string;
  readonly subject: string;
  readonly text: string;
}

/** What became of a parcel that was handed over; what may be tried again is thrown. */
export type HandOver = { readonly taken: true } | { readonly taken: false; readonly reason: string };

/** A line of the log of what was sent: whom it reached is masked, what it said is not told. */
export interface DeliveryItem {
  readonly id: string;
  readonly channel: NoticeChannel;
  /** Code of the template or of the kind of notice. */
  readonly kind: string;
  readonly kindName: string | null;
  readonly to: string | null;
  readonly at: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly triedAt: string | null;
  readonly error: string | null;
}

/** Which lines of the log are asked for. */
export interface DeliveryQuery {
  readonly channel?: NoticeChannel | undefined;
  readonly state?: DeliveryState | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** Payload of the outbox. */
export const deliveryPayloadSchema = z.object({ delivery: z.uuid() });

/** Topic of the outbox for what goes out by a channel. */
export function deliveryTopic(channel: NoticeChannel): string {
  return `notice.${channel}`;
}
