/** What stands between parts of a text that are put together on a page. */
export const marks = {
  list: '、',
  phrase: '，',
  clause: '；',
  colon: '：',
  sentence: '。',
  aside: (text: string, note: string) => `${text}（${note}）`,
};

/** How instants are written, as dayjs has it. */
export const time = {
  short: 'MM-DD HH:mm',
  long: 'YYYY-MM-DD HH:mm',
  spoken: 'YYYY年M月D日 HH:mm',
};
