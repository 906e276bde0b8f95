import { z } from 'zod';

/** Lets somebody leave. */
export const departureSchema = z
  .object({
    day: z.iso.date('应为日期').describe('From the beginning of this day on; a day that has begun: at once'),
    receiver: z.uuid('请选择接手人').optional().describe('Account that takes over what they hold; absent: their units'),
    reason: z.string().trim().min(1, '请填写原因').max(500, '原因不能超过 500 字'),
  })
  .meta({ id: 'NewDeparture' });

export type NewDeparture = z.output<typeof departureSchema>;

/** Who set it, as histories name them. */
export interface DepartureActor {
  readonly accountId: string;
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
}

/** Somebody leaves, or has left. */
export interface Departure {
  readonly id: string;
  readonly person: { readonly id: string; readonly username: string; readonly name: string };
  /** Where they worked when it was set. */
  readonly unitId: string | null;
  readonly day: string;
  readonly receiverId: string | null;
  readonly reason: string;
  readonly setBy: DepartureActor;
  /** Whether the account is closed. */
  readonly closed: boolean;
}
