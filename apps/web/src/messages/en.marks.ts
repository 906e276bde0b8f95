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

/** How instants are written, as dayjs has it. */
export const time: typeof zhCN.time = {
  short: 'D MMM HH:mm',
  long: 'D MMM YYYY HH:mm',
  spoken: 'D MMMM YYYY, HH:mm',
};
