import { plural } from './plural.js';
import type * as zhCN from './zh-CN.ledger.js';

/** The ledger of a case's terms. */
export const ledger: typeof zhCN.ledger = {
  hint: 'By which rule each term is counted, and when it was suspended, resumed, extended and due; taken from what the process recorded, and never changed.',
  empty: 'No term of this case has been counted yet.',
  contact: 'First contact with the resident',
  unnamed: '(step without a name)',
  state: { running: 'Running', paused: 'Suspended', met: 'Met', lapsed: 'Lapsed', ended: 'Ended early' },
  act: {
    started: 'Started',
    warned: 'Warned',
    suspended: 'Suspended',
    resumed: 'Resumed',
    extended: 'Extended',
    recounted: 'Counted anew, as the calendar changed',
    moved: 'Term changed',
    lapsed: 'Lapsed',
    met: 'Handled; the clock stopped',
    ended: 'Step ended; the clock stopped',
  },
  rule: 'Rule',
  started: 'Started',
  warning: 'Warning',
  due: 'Due',
  holder: 'Handled by',
  left: 'Left of the term',
  term: (length, calendar) => (calendar ? `${length} by the calendar “${calendar}”` : length),
  fixed: 'due at a given instant',
  ofDiagram: (name, version, element) => `${name} version ${version} · ${element}`,
  days: (n, working) => plural(n, working ? 'working day' : 'natural day'),
  hours: (n, working) => plural(n, working ? 'working hour' : 'hour'),
  minutes: (n) => plural(n, 'minute'),
  moves: (before, after) => `due moved from ${before} to ${after}`,
  entries: (step) => `What happened to the term of ${step}`,
};

/** What else is known of the matter of a case. */
export const related: typeof zhCN.related = {
  merged: 'Merged cases',
  person: 'Cases of the same resident',
  personHint: 'Compared by telephone number; only cases that you may see.',
  personMasked: 'You may not see who the resident is, so their other cases are not shown.',
  address: 'Cases at the same address',
  similar: 'Similar cases',
  reopened: 'Reopened',
  likeness: (share) => `${Math.round(share * 100)}% alike`,
  empty: 'No related or similar cases found.',
  main: 'Main case',
  part: 'Merged into this one',
};

/** A case before joint meetings. */
export const caseMeeting: typeof zhCN.caseMeeting = {
  empty: 'This case never came before the joint meeting.',
  state: {
    queued: 'In the queue',
    scheduled: 'On an agenda',
    decided: 'Decided',
    lapsed: 'Lapsed and gone on',
    withdrawn: 'Taken off',
    postponed: 'Postponed',
  },
  waiting: 'Not on an agenda yet',
  reason: 'Reason',
  units: 'Units concerned',
  decision: 'Decision',
  lead: 'Lead unit',
  helpers: 'Helping units',
  by: 'Recorded by',
  decidedAt: 'Decided at',
  postponed: 'Why it was postponed',
  closed: 'Closed',
  closedBy: (by, at) => `${by}, ${at}`,
};
