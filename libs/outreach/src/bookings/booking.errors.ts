import { DomainError } from '@lianban/platform';

/** No such booking, or none that the asker may know of; a wrong query code is answered alike. */
export function bookingUnknown(): DomainError {
  return new DomainError({
    code: 'booking-unknown',
    kind: 'not-found',
    message: 'No booking with this number and query code is known; check both.',
  });
}

/** Somebody else was first. */
export function slotTaken(slot: number): DomainError {
  return new DomainError({
    code: 'slot-taken',
    kind: 'conflict',
    message: `Slot ${slot} of this reception is taken; choose another one.`,
    fields: [{ field: 'slot', message: '这个时段刚被约走，请另选一个' }],
  });
}

/** The slot is none of the reception, or it has begun already. */
export function slotRefused(slot: number): DomainError {
  return new DomainError({
    code: 'slot-refused',
    kind: 'unprocessable',
    message: `Slot ${slot} cannot be booked; expected one of the reception that is still to come.`,
    fields: [{ field: 'slot', message: '请选择还没有开始的时段' }],
  });
}

/** One appointment for a number at a reception. */
export function bookedAlready(): DomainError {
  return new DomainError({
    code: 'booked-already',
    kind: 'conflict',
    message: 'This phone number has an appointment at this reception already; cancel it to choose another time.',
    fields: [{ field: 'phone', message: '这个电话已经预约了这场接待' }],
  });
}

/** A number is booked, cancelled and booked again, which empties receptions and sends messages to whom it belongs. */
export function bookedTooOften(): DomainError {
  return new DomainError({
    code: 'booked-too-often',
    kind: 'conflict',
    message:
      'This phone number was booked as often as is possible without an account; ask the station for an appointment.',
    fields: [{ field: 'phone', message: '这个电话预约次数过多，请联系工作站预约' }],
  });
}

/** The booking is not at the point at which this is done. */
export function bookingStageWrong(why: string): DomainError {
  return new DomainError({
    code: 'booking-stage-wrong',
    kind: 'conflict',
    message: `This cannot be done with the booking now: ${why}.`,
  });
}

/** Who received is none of those named for the reception. */
export function notReceiving(name: string, hosts: readonly string[]): DomainError {
  return new DomainError({
    code: 'not-receiving',
    kind: 'unprocessable',
    message: `"${name.slice(0, 50)}" does not receive at this reception; expected one of ${hosts.join(', ')}.`,
    fields: [{ field: 'receivedBy', message: '请选择这场接待的接待人' }],
  });
}
