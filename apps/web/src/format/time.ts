import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { messages } from '../messages/messages.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Terms end at an office's closing time, so every clock on the screen shows the district's time, not the computer's. */
const districtZone = 'Asia/Shanghai';

/** `11-23 17:30` or `23 Nov 17:30`, with the year where it is not the current one. */
export function shortTime(instant: string): string {
  const at = dayjs(instant).tz(districtZone);
  return at.format(at.year() === dayjs().tz(districtZone).year() ? messages.time.short : messages.time.long);
}

/** `2026-11-23 17:30` or `23 Nov 2026 17:30`. */
export function longTime(instant: string): string {
  return dayjs(instant).tz(districtZone).format(messages.time.long);
}

/** The same in full, for residents. */
export function spokenTime(instant: string): string {
  return dayjs(instant).tz(districtZone).format(messages.time.spoken);
}

/** The day that it is in the district, as `YYYY-MM-DD`. */
export function districtToday(): string {
  return dayjs().tz(districtZone).format('YYYY-MM-DD');
}

/** The day before it, for what is new since yesterday. */
export function districtYesterday(): string {
  return dayjs().tz(districtZone).subtract(1, 'day').format('YYYY-MM-DD');
}

/** The instant at which a chosen time, as it is shown, stands on the clocks of the district. */
export function districtInstant(shown: dayjs.Dayjs): string {
  return dayjs.tz(shown.format('YYYY-MM-DDTHH:mm'), districtZone).toISOString();
}
