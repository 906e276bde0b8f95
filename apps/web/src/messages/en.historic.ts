import type * as zhCN from './zh-CN.historic.js';

/** Long-standing matters, from the register to the statistics. */
export const historic: typeof zhCN.historic = {
  tag: 'Long-standing',
  tagSince: (since) => `Long-standing (since ${since})`,
  mark: 'Long-standing matter',
  since: 'Since',
  sinceHint: 'A year or a day, such as 2015 or 2015-06-30',
  sinceWrong: 'Enter a year or a day, such as 2015 or 2015-06-30',
  reason: 'How it came about',
  fact: (since, reason) => `Since ${since}: ${reason}`,
  told: {
    since: (since) => `since ${since}`,
    sinceChanged: (before, since) => `beginning moved from ${before} to ${since}`,
  },
  change: 'Mark',
  corrected: 'Corrected',
  removed: 'Mark removed',
  only: 'Long-standing only',
  note: 'Cases marked as long-standing and still open on that day, whenever received. Known by year alone, the years are subtracted; otherwise full years count.',
  none: 'No long-standing case is open.',
};
