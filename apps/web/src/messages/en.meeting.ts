import { plural } from './plural.js';
import type * as zhCN from './zh-CN.meeting.js';

/** Joint meetings: their call, agenda and decisions. */
export const meeting: typeof zhCN.meeting = {
  call: 'Call a meeting',
  title: 'Title of the meeting',
  at: 'Time',
  place: 'Place',
  topics: 'Topics',
  topic: (title, reason) => `${title} (${reason})`,
  about: (at, place, by) => `${at} · ${place} · called by ${by}`,
  minutes: 'Download the minutes',
  minutesPdf: 'Export as PDF',
  preview: 'Preview the minutes',
  label: (name) => `${name}: `,
  decide: 'Record a decision',
  decideOn: (title) => `Decision: ${title}`,
  outcome: 'Decision',
  outcomes: { resolved: 'Resolved', rule: 'Ruling', submit: 'Submit to the district', postpone: 'Postpone' },
  waiting: 'Waiting',
  postponeHint: 'Goes back to the queue for a later meeting; its term goes on.',
  lead: 'Lead unit',
  helpers: 'Helping units',
  precedent: 'As a dispatch rule',
  precedents: {
    none: 'This case only',
    street: 'Later cases of this category in the street',
    district: 'Later cases of this category in the district',
  },
  opinion: 'Opinion',
  leads: (unit) => `Lead: ${unit}`,
  helps: (units) => `Helping: ${units}`,
  timeBox: (minutes) => plural(minutes, 'minute'),
  latest: 'Latest meetings',
  caseNow: (state) => `Case now: ${state}`,
  units: 'Further units',
  unitsHint: 'The units that the topics concern are invited by themselves',
  progress: (decided, topics) => `Decided ${decided} / ${topics}`,
  closings: (closed) => `${closed} closed`,
  postponed: (reason, times) => `${reason} (postponed ${plural(times, 'time')})`,
};

/** The course of a joint meeting. */
export const session: typeof zhCN.session = {
  title: 'Units',
  stages: { called: 'Called', sitting: 'Sitting', signing: 'Minutes being countersigned', issued: 'Minutes issued' },
  quorum: (of) =>
    `${of.invited} invited, ${of.present} present${of.reached ? '' : `; ${plural(of.needed, 'unit')} needed to decide`}`,
  signBy: (at) => `Countersign by ${at}; silence counts as no objection`,
  issuedAt: (at) => `Issued ${at}`,
  came: 'Present',
  cameOf: (unit) => `${unit} is present`,
  absent: 'Absent',
  confirm: 'Name a delegate',
  confirmFor: (unit) => `${unit}: name a delegate`,
  delegate: (name) => `Delegate: ${name}`,
  noDelegate: 'No delegate named',
  delegateLabel: 'Delegate',
  delegateMissing: 'Please enter the delegate',
  sign: 'Countersign',
  signFor: (unit) => `${unit}: countersign the minutes`,
  stance: 'Opinion',
  stances: { agreed: 'Agrees', dissent: 'Dissents', silent: 'Silent; counts as no objection' },
  opinion: 'Explanation',
  opinionMissing: 'Please write the dissent',
  said: (text) => `Opinion: ${text}`,
  signedBy: (name) => `signed by ${name}`,
  circulate: 'Circulate for countersigning',
  issue: 'Issue the minutes',
  silent: (units) =>
    `${plural(units, 'unit')} still to countersign; then, or when the time is over, they can be issued`,
  signingOver:
    'The time for countersigning is over; silent units count as not objecting, and the minutes can be issued',
};

/** The wording of minutes. */
export const minutesTemplate: typeof zhCN.minutesTemplate = {
  title: 'Minutes template',
  hint: 'Title, preamble and closing of the minutes of joint meetings; minutes that circulate keep the template they began with',
  wording: 'Present template',
  titleLabel: 'Title',
  titleMissing: 'Please enter the title',
  preamble: 'Preamble',
  closing: 'Closing',
  placeholders:
    'Placeholders: {title} title, {time} time, {place} place, {calledBy} who called it, {invited} invited, {present} present, {topics} topics, {decided} decided, {leads} lead units',
  save: 'Save as a new version',
  saved: 'Saved; minutes that circulate from now on use it.',
  versions: 'Versions',
  version: (version, at, by) => `Version ${version} · ${at} · ${by}`,
  product: 'as installed',
};

/** What became of decisions. */
export const followUp: typeof zhCN.followUp = {
  title: 'Follow-up of decisions',
  tasksOf: (title) => `Tasks of “${title}”`,
  roles: { lead: 'Lead', helper: 'Helps' },
  states: { done: 'Done', lapsed: 'Lapsed', cancelled: 'Ended' },
  supervised: { open: 'Under supervision', ended: 'Supervision ended' },
  supervise: 'Supervise',
  superviseOf: (unit) => `Supervise ${unit}`,
  order:
    'A decision of the joint meeting was not done in time; please say why, and complete it within five working days.',
  close: 'Close',
  closeOf: (title) => `Close: ${title}`,
  closingLabel: 'Closing remark',
  closingMissing: 'Please enter a closing remark',
  closingText: 'All tasks of the decision are done and were checked; it is closed.',
  open: 'Under way, not closed',
  done: 'Tasks done, to be closed',
  closed: (by, at) => `Closed by ${by} ${at}`,
};

/** Whistles. */
export const whistle: typeof zhCN.whistle = {
  title: 'Whistles',
  hint: 'A street or station blows the whistle and units arrive; afterwards both sides score each other',
  empty: 'No whistles yet.',
  blow: 'Blow a whistle',
  about: (kind, title) => `${kind}: ${title}`,
  case: 'Case number',
  kind: 'Kind',
  at: 'Arrive at',
  until: (at, by) => `${at} (late after ${by})`,
  place: 'Place',
  units: 'Units to arrive',
  text: 'What it is about',
  caller: 'Blown by',
  blownBy: (unit, by, at) => `${unit} · ${by} · ${at}`,
  reportAt: (at) => `Arrive at ${at}`,
  came: (there, called) => `${there} of ${plural(called, 'unit')} arrived`,
  running: 'Under way',
  ended: 'Ended',
  standings: {
    awaited: 'Awaited',
    there: 'Arrived',
    late: 'Late',
    absent: 'Did not arrive in time',
    released: 'Ended; need not come',
  },
  arrival: (at, who, by) => `${at} · ${who} · recorded by ${by}`,
  arrive: 'Record arrival',
  arriveOf: (unit) => `Record arrival: ${unit}`,
  correct: 'Correct arrival',
  correctOf: (unit) => `Correct arrival: ${unit}`,
  who: 'Who came',
  end: 'End the whistle',
  outcome: 'Outcome',
  endedBy: (outcome, by, at) => `${outcome} (${by} · ${at})`,
  taskUnit: 'Unit',
  taskText: 'Further task',
  addTask: 'Add a further task',
  removeTask: 'Remove',
  taskHint: 'Further tasks go to units as assistance; for that you must have claimed the current step of the case.',
  score: 'Score',
  scoreUnitOf: (unit) => `Score ${unit}`,
  scoreCaller: 'Score the caller',
  scoreCallerOf: (unit) => `Score the caller: ${unit}`,
  remark: 'Remark',
  once: 'Each side scores once and cannot change it.',
  scored: (score, remark, by) => `${plural(score, 'point')}${remark === '' ? '' : `, ${remark}`} (${by})`,
  ofUnit: (text) => `The caller says: ${text}`,
  ofCaller: (text) => `The unit says: ${text}`,
};

/** What the units of a meeting read. */
export const material: typeof zhCN.material = {
  of: (title) => `Materials on “${title}”`,
  sources: { case: 'Attachment of the case', topic: 'Brought for the topic' },
  add: 'Add material',
};

/** What waits for a joint meeting. */
export const jointMeeting: typeof zhCN.jointMeeting = {
  title: 'Joint meeting',
  hint: 'Topics that wait for a meeting',
  total: (n) => `${plural(n, 'topic')} waiting`,
  empty: 'No topics are waiting.',
};
