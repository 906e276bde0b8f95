import type { CalendarDefinition, OfficeHours } from './calendar-definition.js';

const OFFICE: OfficeHours = { opens: '08:30', closes: '17:30', breaks: [{ from: '12:00', to: '14:00' }] };

/** Id of the calendar by which working days are counted where nothing names another. */
export const workingDays = 'working-days';

/** The calendars that a new installation starts with; an administrator can change every value. */
export function defaultCalendars(timeZone: string): CalendarDefinition[] {
  const common = { timeZone, overrides: [], basis: 'china' } as const;
  return [
    { ...common, id: workingDays, name: '工作日', kind: 'working', hours: OFFICE },
    { ...common, id: 'natural-days', name: '自然日', kind: 'natural-days', hours: OFFICE },
    { ...common, id: 'continuous', name: '全天候', kind: 'continuous', hours: { opens: '00:00', closes: '24:00' } },
  ];
}
