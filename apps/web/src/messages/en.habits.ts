import { plural } from './plural.js';
import type * as zhCN from './zh-CN.habits.js';

/** Working calendars. */
export const calendar: typeof zhCN.calendar = {
  title: 'Calendars',
  hint: 'Terms are counted in working days of these calendars; choose a day to make it a working day or a day off',
  year: 'Year',
  yearName: (year) => `${year}`,
  provisional:
    'The holiday notice for some days is not out or not included yet, so they count by weekday; correct them here when it is, and open terms are counted anew.',
  month: (n) =>
    [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ][n - 1] ?? `${n}`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  working: 'working day',
  off: 'day off',
  statutory: 'as by statute',
  makeUp: 'W',
  holiday: 'H',
  dayName: (date, kind, name) => [date, kind, name].filter(Boolean).join(' '),
  decisions: 'Changes',
  noDecisions: 'No changes yet. After an update of the statutory holidays, open terms can be counted anew directly.',
  decision: (date, working) =>
    `${date} ${working === null ? 'as by statute' : working ? 'becomes a working day' : 'becomes a day off'}`,
  name: 'Reason, for example: make-up day',
  nameOf: (date) => `Reason for ${date}`,
  remove: 'Remove',
  grounds: 'Grounds',
  groundsHint: 'Grounds, for example: State Council notice on the holidays of 2027',
  readIn: 'Read a holiday notice (.xlsx, .csv)',
  readInHint: 'A table of three columns: date, 班 (working) or 休 (off), reason; one day on each row',
  readSum: (days) => `${plural(days, 'day')} read; please check, then try out.`,
  unread: (lines) => `Some rows were not understood and left out: ${lines}`,
  unreadLine: (line, text) => `row ${line} “${text}”`,
  tryOut: 'Try out',
  apply: 'Put into force',
  recount: 'Count terms anew',
  confirm: 'Open terms are counted anew by the new calendar; each change goes into the history.',
  changed: 'In force; terms are counted anew in two minutes.',
  preview: ({ terms, later, earlier, kept }) =>
    `${plural(terms, 'term')} running: ${later} later, ${earlier} earlier, the others unchanged${kept > 0 ? ` (${kept} of them, as they would be over already)` : ''}.`,
  changes: 'Past changes',
  progress: (of) =>
    of.total === 0 && !of.finished
      ? 'Waiting to be counted'
      : `Counted anew: ${of.done} / ${of.total}${of.refused > 0 ? `, ${of.refused} failed` : ''}`,
};

/** Who is away, and who stands in. */
export const absence: typeof zhCN.absence = {
  title: 'Standing in',
  hint: 'While somebody is away, their substitute finds their tasks under “Claimable” and handles what they claim; the history names both',
  empty: 'Nobody stands in for anybody.',
  line: (person, substitute) => `${person} is away; ${substitute} stands in`,
  times: (from, until) => `${from} to ${until}`,
  confirm: 'End it now? What the substitute has claimed does not go back.',
  end: 'End',
  endOf: (person) => `End the absence of ${person}`,
  set: 'Arrange an absence',
  person: 'Who is away',
  myself: 'Myself',
  substitute: 'Who stands in',
  substituteMissing: 'Please choose who stands in',
  from: 'From',
  until: 'Until',
  timeMissing: 'Please enter the time',
  saved: 'Arranged.',
};

/** What units write down by habit. */
export const habits: typeof zhCN.habits = {
  title: 'Unit records',
  hint: 'Day record, monthly meeting, situation report; the numbers come from the cases',
  unit: 'Unit',
  month: 'Month',
  noUnit: 'You have no post in a unit, so there are no records.',
  sum: (of, missing) =>
    `This month: ${of.registered} received first, ${of.handled} handled, ${of.lapsed} lapsed; ${missing > 0 ? `${plural(missing, 'day')} missing` : 'no day missing'}`,
  days: 'Day records',
  day: 'Day',
  registered: 'Received',
  handled: 'Handled',
  lapsed: 'Lapsed',
  work: 'Work',
  remark: 'Record',
  remarkLabel: 'Record',
  missing: 'Missing',
  sign: 'Sign',
  signOf: (day) => `Sign ${day}`,
  dayRecord: (day) => `Day record of ${day}`,
  signedBy: (name) => `signed by ${name}`,
  signedAt: (name, at) => `signed by ${name} ${at}`,
  receivedAt: (name, at) => `received above by ${name} ${at}`,
  notSigned: 'Not signed yet.',
  meeting: 'Monthly meeting',
  agenda: (n) => (n > 0 ? `Suggested topics: ${plural(n, 'open case')}` : 'No open cases'),
  due: (at, late) => (late ? `due ${at}, overdue` : `due ${at}`),
  signMeeting: 'Sign the monthly meeting',
  report: 'Situation report',
  counted: (of) => `${of.registered} received first, ${of.handled} handled, ${of.lapsed} lapsed`,
  signReport: 'Sign the situation report',
  receive: 'Receive the report',
};
