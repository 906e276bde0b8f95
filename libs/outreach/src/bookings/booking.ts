import { z } from 'zod';
import { caseDraftSchema } from '@lianban/casework';
import { isPhone } from '@lianban/identity';
import type { ReceptionItem, SlotTime } from '../receptions/reception.js';

const name = z.string().trim().min(1, '请填写姓名').max(50, '姓名不能超过 50 字');
const phone = z.string().trim().refine(isPhone, '电话号码格式不正确：应为 11 位手机号或带区号的固定电话');
const matter = z.string().trim().min(1, '请写明来访事由').max(500, '来访事由不能超过 500 字');
const slot = z.int('请选择时段').min(1, '请选择时段').max(60);
const smsConsent = z.boolean().default(false).describe('Agrees to be told by SMS');

/** An appointment that a resident makes. */
export const residentBookingSchema = z
  .object({ slot: slot.describe('Number of a free slot'), name, phone, matter, smsConsent })
  .meta({ id: 'PublicBookingDraft' });

/** Somebody who is entered by staff: with an appointment, or as one who has come without. */
export const bookingSchema = z
  .object({
    slot: slot.optional().describe('Absent: has come without an appointment'),
    name,
    phone: phone.nullish().describe('Needed for an appointment'),
    matter,
    smsConsent,
  })
  .refine(({ slot: at, phone: number }) => at === undefined || Boolean(number), {
    path: ['phone'],
    error: '预约应留电话',
  })
  .meta({ id: 'BookingDraft' });

/** Says whether somebody came. */
export const markSchema = z.object({ as: z.enum(['came', 'absent']) }).meta({ id: 'BookingMark' });

/** Takes an appointment back by hand. */
export const bookingCancelSchema = z
  .object({ reason: z.string().trim().min(1, '请写明原因').max(200, '原因不能超过 200 字') })
  .meta({ id: 'BookingCancelling' });

/** Takes one's own appointment back. */
export const residentCancelSchema = z
  .object({ queryCode: z.string().min(1).max(16) })
  .meta({ id: 'OwnBookingCancelling' });

/** A case that is opened on the spot; who asks is known from the booking, the channel is the reception day. */
export const spotCaseSchema = caseDraftSchema
  .omit({ channel: true, resident: true, sourceId: true })
  .extend({ receivedBy: z.string().min(1, '请选择接待人').max(50).describe('Name of one of those who receive') })
  .meta({ id: 'SpotCase' });

export type ResidentBooking = z.output<typeof residentBookingSchema>;
export type BookingDraft = z.output<typeof bookingSchema>;
export type BookingMark = z.output<typeof markSchema>;
export type BookingCancel = z.output<typeof bookingCancelSchema>;
export type SpotCase = z.output<typeof spotCaseSchema>;

export const bookingStates = ['booked', 'came', 'absent', 'cancelled'] as const;

/** How a booking stands. */
export type BookingState = (typeof bookingStates)[number];

/** What who booked keeps; the code is empty for somebody who came without an appointment. */
export interface BookingReceipt {
  readonly id: string;
  readonly code: string;
  readonly queryCode: string;
}

/** A case that was opened for a booking, as far as the reader may read it. */
export interface BookingCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly receivedBy: string;
}

/** A booking as staff sees it: who booked is masked. */
export interface BookingView {
  readonly id: string;
  readonly code: string;
  /** Null: came without an appointment. */
  readonly slot: number | null;
  readonly name: string;
  readonly phone: string | null;
  readonly matter: string;
  readonly state: BookingState;
  /** Who entered it; null: the resident. */
  readonly bookedBy: string | null;
  readonly bookedAt: string;
  readonly cancelReason: string | null;
  readonly cases: readonly BookingCase[];
}

/** A whole reception. */
export interface ReceptionView extends ReceptionItem {
  readonly slotMinutes: number;
  readonly times: readonly SlotTime[];
  readonly note: string | null;
  readonly plannedBy: string;
  readonly plannedAt: string;
  readonly bookings: readonly BookingView[];
  /** Whether the asker plans it: publishes, changes and calls it off. */
  readonly canPlan: boolean;
  /** Whether the asker sits at its desk. */
  readonly canServe: boolean;
  /** Whether the asker opens cases there. */
  readonly canRegister: boolean;
}

/** A reception as everybody may see it. */
export interface PublicReception extends Pick<
  ReceptionItem,
  'id' | 'unit' | 'kind' | 'day' | 'from' | 'to' | 'place' | 'hosts'
> {
  readonly note: string | null;
  /** Slots that can still be booked. */
  readonly free: readonly SlotTime[];
}

/** An appointment as who made it sees it. */
export interface PublicBooking {
  readonly code: string;
  readonly state: BookingState;
  readonly cancelReason: string | null;
  readonly unit: string;
  readonly kind: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
}
