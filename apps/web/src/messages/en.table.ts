import { plural } from './plural.js';
import type * as zhCN from './zh-CN.table.js';

/** Tables that administrators bring in and take out. */
export const table: typeof zhCN.table = {
  import: 'Import',
  export: 'Export',
  titles: { units: 'Import units', people: 'Import people' },
  hint: 'Export the table first, add rows under its heads, then choose the file and try it out; that tells what becomes of each row and changes nothing.',
  file: 'Choose a file (.xlsx, .csv)',
  unreadable: 'This file cannot be read; please save it as .xlsx and try again.',
  rows: (name, n) => `${name}: ${plural(n, 'row')}`,
  tryOut: 'Try out',
  apply: 'Import',
  sum: (of) => `${plural(of.created, 'row')} new, ${of.changed} completed, ${of.known} known, ${of.refused} refused`,
  imported: (n) => `${plural(n, 'row')} imported.`,
  line: 'Row',
  content: 'Content',
  fate: 'Result',
  fates: { created: 'New', changed: 'Completed', known: 'Known', refused: 'Refused' },
  all: 'Result of each row',
  only: 'Refused rows only',
};
