import type * as zhCN from './zh-CN.marks.js';

/** What stands between parts of a text that are put together on a page. */
export const marks: typeof zhCN.marks = {
  list: ', ',
  phrase: ', ',
  clause: '; ',
  colon: ': ',
  sentence: '. ',
  aside: (text, note) => `${text} (${note})`,
};

const thisYear = writer({ day: 'numeric', month: 'short' });
const anyYear = writer({ day: 'numeric', month: 'short', year: 'numeric' });
const spoken = writer({ day: 'numeric', month: 'long', year: 'numeric' });

/** How times are written, of a day as `YYYY-MM-DD` and a time as `HH:mm`. */
export const time: typeof zhCN.time = {
  short: (day, clock) => `${thisYear(day)} ${clock}`,
  long: (day, clock) => `${anyYear(day)} ${clock}`,
  spoken: (day, clock) => `${spoken(day)}, ${clock}`,
  day: anyYear,
  shortDay: thisYear,
  month: writer({ month: 'short', year: 'numeric' }),
};

/** Writes days as the British do; anything else stays as it is. */
function writer(options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  return (day) => (/^\d{4}-\d{2}-\d{2}$/u.test(day) ? format.format(Date.parse(day)) : day);
}
