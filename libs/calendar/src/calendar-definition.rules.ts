import { IANAZone } from 'luxon';
import { CalendarError } from './calendar.errors.js';
import type { CalendarDefinition } from './calendar-definition.js';
import { parseDate } from './civil-day.js';
import { parseTimeOfDay } from './time-of-day.js';

/** Refuses a definition that cannot be counted with (`calendar-invalid`), naming the field and what was expected. */
export function checkDefinition(definition: CalendarDefinition): void {
  if (definition.id.trim() === '') throw refusal(definition, 'id is empty: expected a code such as working-days');
  if (!IANAZone.isValidZone(definition.timeZone)) {
    throw refusal(
      definition,
      `timeZone "${definition.timeZone}" is unknown: expected an IANA name, e.g. Asia/Shanghai`,
    );
  }
  checkHours(definition);
  checkOverrides(definition);
}

function checkHours(definition: CalendarDefinition): void {
  const { opens, closes, breaks = [] } = definition.hours;
  const times = [opens, ...breaks.flatMap(({ from, to }) => [from, to]), closes];
  let last = -1;
  for (const time of times) {
    const minute = parseTimeOfDay(time);
    if (minute === undefined) throw refusal(definition, `hours: "${time}" is no time of day: expected HH:MM`);
    if (minute <= last) throw refusal(definition, `hours: ${times.join(', ')} must each be later than the one before`);
    last = minute;
  }
}

function checkOverrides(definition: CalendarDefinition): void {
  const seen = new Set<string>();
  for (const { date } of definition.overrides) {
    if (parseDate(date) === undefined) {
      throw refusal(definition, `override date "${date}" does not exist: expected YYYY-MM-DD`);
    }
    if (seen.has(date)) throw refusal(definition, `override date ${date} is given twice: keep one of them`);
    seen.add(date);
  }
}

function refusal(definition: CalendarDefinition, problem: string): CalendarError {
  return new CalendarError('calendar-invalid', `calendar "${definition.id}": ${problem}`);
}
