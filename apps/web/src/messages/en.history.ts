import { plural } from './plural.js';
import type * as zhCN from './zh-CN.history.js';

/** Photos and papers. */
export const attachment: typeof zhCN.attachment = {
  heading: (n) => (n > 0 ? `Attachments (${n})` : 'Attachments'),
  add: 'Add attachments',
  hint: 'Photos, PDF, Word, Excel, or sound and video; 10 MB each at most.',
  sending: (done, all) => `Uploading ${done} / ${all}`,
  size: (bytes) =>
    bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`,
  remove: 'Delete',
  removeOf: (name) => `Delete ${name}`,
  confirm: 'Delete this attachment? The history keeps a record of it.',
  sent: (n) => `${plural(n, 'attachment')} uploaded.`,
};

/** The trail of a case. */
export const history: typeof zhCN.history = {
  caption: 'History',
  at: 'Time',
  what: 'What',
  step: 'Step',
  who: 'By',
  opinion: 'Opinion and details',
  duration: 'Took',
  version: 'Diagram version',
  empty: 'No history yet.',
  disposition: (name) => `disposition ${name}`,
  file: (name) => `file ${name}`,
  receivedBy: (name) => `received by ${name}`,
  main: (code) => `merged into ${code}`,
  joined: (code) => `case ${code} merged into this one`,
  parted: (code) => `case ${code} separated from this one`,
  received: (at) => `received ${at}`,
  finished: (at) => `completed ${at}`,
  took: (text) => `took ${text}`,
  next: (steps) => `on to ${steps}`,
  channel: (name) => `channel ${name}`,
  to: (name) => `to ${name}`,
  returned: (basis, evidence, unit) => `Legal basis: ${basis}; evidence: ${evidence}; suggested unit: ${unit}`,
  term: (before, after) => `due moved from ${before} to ${after}`,
  due: (at) => `due ${at}`,
  holder: (name) => `${name} held it when the term lapsed`,
};

/** Diagrams. */
export const diagram: typeof zhCN.diagram = {
  label: 'Diagram',
  legend: 'Legend',
  process: 'Process',
  done: 'Done',
  current: 'Now',
  untouched: 'Not reached',
  rejected: 'Returned or lapsed',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullSize: '100%, Original size',
  fit: 'Fit',
  hint: 'Point at a step, or choose it, to see who and when',
  who: 'By',
  at: 'Time',
  dueAt: 'Due',
  broken: 'This diagram cannot be shown; please tell the designer of workflows.',
  steps: 'Steps',
  unnamed: '(no name)',
};
