import type * as zhCN from './zh-CN.print.js';

/** What goes to the printer. */
export const print: typeof zhCN.print = {
  card: 'Your request',
  printCard: 'Print the card',
  scan: 'Scan it to see how far your request is',
  keep: 'Please keep this safe. With the case number and the query code you can follow, urge, add to and rate your request.',
  order: 'Work order',
  printOrder: 'Print the work order',
  signed: 'Handler (signature):',
  reviewed: 'Head (signature):',
  date: 'Date:',
};
