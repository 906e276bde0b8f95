import { DomainError } from '@lianban/platform';

/** Hours are counted by a calendar of the installation only. */
export function settingCalendarUnknown(id: string, known: readonly string[]): DomainError {
  return new DomainError({
    code: 'setting-calendar-unknown',
    kind: 'unprocessable',
    message: `No calendar "${id.slice(0, 40)}" exists to count by; expected one of ${known.join(', ')}.`,
    fields: [{ field: 'value.calendar', message: '请选择工作日历' }],
    details: { known },
  });
}
