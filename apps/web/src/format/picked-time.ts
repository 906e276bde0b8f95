import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';
import { zone } from './zone.js';

dayjs.extend(utc);
dayjs.extend(timezone);
// antd asks this one which day "today" is, and what time "now".
dayjs.tz.setDefault(zone);

/** The instant at which a chosen time, as it is shown, stands on the clocks of the district. */
export function districtInstant(shown: dayjs.Dayjs): string {
  return dayjs.tz(shown.format('YYYY-MM-DDTHH:mm'), zone).toISOString();
}

/** The same as the district writes it, with its distance from UTC. */
export function districtWritten(shown: dayjs.Dayjs): string {
  return dayjs.tz(shown.format('YYYY-MM-DDTHH:mm'), zone).format();
}

/** An instant for a picker, which shows it as it stands on the clocks of the district. */
export function pickedTime(instant: string): dayjs.Dayjs {
  return dayjs(dayjs(instant).tz(zone).format('YYYY-MM-DDTHH:mm'));
}
