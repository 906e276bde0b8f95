import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Terms end at an office's closing time, so every clock on the screen shows the district's time, not the computer's. */
const districtZone = 'Asia/Shanghai';

/** `11-23 17:30`, with the year where it is not the current one. */
export function shortTime(instant: string): string {
  const at = dayjs(instant).tz(districtZone);
  return at.format(at.year() === dayjs().tz(districtZone).year() ? 'MM-DD HH:mm' : 'YYYY-MM-DD HH:mm');
}

/** `2026-11-23 17:30`. */
export function longTime(instant: string): string {
  return dayjs(instant).tz(districtZone).format('YYYY-MM-DD HH:mm');
}

/** `2026年11月23日 17:30`, for residents. */
export function spokenTime(instant: string): string {
  return dayjs(instant).tz(districtZone).format('YYYY年M月D日 HH:mm');
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
