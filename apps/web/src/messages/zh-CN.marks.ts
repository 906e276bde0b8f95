/** What stands between parts of a text that are put together on a page. */
export const marks = {
  list: '、',
  phrase: '，',
  clause: '；',
  colon: '：',
  sentence: '。',
  aside: (text: string, note: string) => `${text}（${note}）`,
};

/** How times are written, of a day as `YYYY-MM-DD` and a time as `HH:mm`. */
export const time = {
  short: (day: string, clock: string) => `${day.slice(5)} ${clock}`,
  long: (day: string, clock: string) => `${day} ${clock}`,
  spoken: (day: string, clock: string) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日 ${clock}`;
  },
  day: (day: string) => day,
  /** Where the year is known. */
  shortDay: (day: string) => day.slice(5),
  /** The month of a day. */
  month: (day: string) => day.slice(0, 7),
};
