import { z } from 'zod';
import { bookingStates, receptionStates } from '@lianban/outreach';
import { instantSchema, namedSchema, pageSchema } from '../http/paging.js';

const daySchema = z.iso.date();
const timeSchema = z.string().describe('As the clocks of the installation show it, `HH:MM`');

const hostSchema = z.object({ name: z.string(), office: z.string() }).meta({ id: 'ReceivingPerson' });

const slotSchema = z
  .object({ slot: z.int().describe('Its number, from 1'), from: timeSchema, to: timeSchema })
  .meta({ id: 'ReceptionSlot' });

/** Kinds of receptions. */
export const receptionKindsSchema = z.array(namedSchema);

const itemSchema = z
  .object({
    id: z.string(),
    seriesId: z.string().nullable(),
    unit: z.object({ id: z.string(), name: z.string() }),
    kind: namedSchema,
    day: daySchema,
    from: timeSchema,
    to: timeSchema,
    place: z.string(),
    hosts: z.array(hostSchema),
    slots: z.int(),
    taken: z.int().describe('Slots that are taken'),
    state: z.enum(receptionStates),
    reason: z.string().nullable().describe('Why it was called off'),
    dayOff: z.string().nullable().describe('The holiday on which it falls by now'),
  })
  .meta({ id: 'ReceptionSummary' });

/** A page of receptions. */
export const receptionsSchema = pageSchema(itemSchema).meta({ id: 'ReceptionPage' });

/** What came of planning. */
export const plannedSchema = z
  .object({
    receptions: z.array(z.object({ id: z.string(), day: daySchema })),
    skipped: z.array(daySchema).describe('Days of the series on which none is held'),
  })
  .meta({ id: 'PlannedReceptions' });

/** A reception with its bookings; who booked is masked. */
export const receptionSchema = itemSchema
  .extend({
    slotMinutes: z.int(),
    times: z.array(slotSchema),
    note: z.string().nullable(),
    plannedBy: z.string(),
    plannedAt: instantSchema,
    bookings: z.array(
      z
        .object({
          id: z.string(),
          code: z.string(),
          slot: z.int().nullable().describe('Null: came without an appointment'),
          name: z.string(),
          phone: z.string().nullable(),
          matter: z.string(),
          state: z.enum(bookingStates),
          bookedBy: z.string().nullable().describe('Who entered it; null: the resident'),
          bookedAt: instantSchema,
          cancelReason: z.string().nullable(),
          cases: z
            .array(z.object({ id: z.string(), code: z.string(), title: z.string(), receivedBy: z.string() }))
            .describe('Those that the asker may read'),
        })
        .meta({ id: 'Booking' }),
    ),
    canPlan: z.boolean(),
    canServe: z.boolean(),
    canRegister: z.boolean(),
  })
  .meta({ id: 'Reception' });

/** A page of units that have not received for too long. */
export const overdueUnitsSchema = pageSchema(
  z
    .object({
      id: z.string(),
      name: z.string(),
      everyDays: z.int(),
      last: daySchema.nullable().describe('The last one that was held'),
      next: daySchema.nullable().describe('The next one that can be booked'),
    })
    .meta({ id: 'OverdueUnit' }),
).meta({ id: 'OverdueUnitPage' });

/** What who booked keeps. */
export const bookingReceiptSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    queryCode: z.string().describe('Empty for who has come without an appointment'),
  })
  .meta({ id: 'BookingReceipt' });

/** What everybody may know of a coming reception. */
export const publicReceptionSchema = itemSchema
  .pick({ id: true, unit: true, kind: true, day: true, from: true, to: true, place: true, hosts: true })
  .extend({ note: z.string().nullable(), free: z.array(slotSchema).describe('Slots that can still be booked') })
  .meta({ id: 'PublicReception' });

/** A page of coming receptions. */
export const publicReceptionsSchema = pageSchema(publicReceptionSchema).meta({ id: 'PublicReceptionPage' });

/** Units by which residents choose. */
export const receivingUnitsSchema = z.array(
  z
    .object({ id: z.string(), name: z.string(), street: z.string().nullable().describe('In which it lies') })
    .meta({ id: 'ReceivingUnit' }),
);

/** An appointment, for who made it. */
export const publicBookingSchema = z
  .object({
    code: z.string(),
    state: z.enum(bookingStates),
    cancelReason: z.string().nullable(),
    unit: z.string(),
    kind: z.string(),
    day: daySchema,
    from: timeSchema,
    to: timeSchema,
    place: z.string(),
  })
  .meta({ id: 'PublicBooking' });
