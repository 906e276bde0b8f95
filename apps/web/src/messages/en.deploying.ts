import { plural } from './plural.js';
import type * as zhCN from './zh-CN.deploying.js';

/** The dialog that deploys a workflow. */
export const deploying: typeof zhCN.deploying = {
  title: (name) => `Deploy “${name}”`,
  submit: 'Deploy',
  close: 'Close',
  states: { open: '…', good: 'Good', mind: 'Mind', bad: 'Bad' },
  problems: (errors, warnings) =>
    errors > 0
      ? `${plural(errors, 'error')} to mend before it can be deployed.`
      : warnings > 0
        ? `No errors and ${plural(warnings, 'warning')}; it can be deployed.`
        : 'No problems; all units, roles, calendars and decision tables are known.',
  showProblems: 'Show the problems',
  countingRunning: 'Counting running cases…',
  running: (total, version) =>
    total === 0
      ? `No case runs by version ${version}.`
      : `${plural(total, 'case')} ${total === 1 ? 'runs' : 'run'} by version ${version} and will go on so; afterwards you can migrate to the new one.`,
  differences: (version) => `Differences from version ${version}`,
  done: (version) => `Version ${version} is deployed; new cases run by it.`,
  same: (version) => `It is the same as version ${version}, so there is no new version.`,
  unitEnded: (message) => `Some units are closed: ${message}`,
};

/** How a workflow differs from an earlier version. */
export const difference: typeof zhCN.difference = {
  none: 'Nothing is otherwise (places of shapes do not count).',
  added: (name) => `“${name}” added`,
  removed: (name) => `“${name}” deleted`,
  changed: (name) => `“${name}” changed`,
  of: (name, thing, values) => `${thing} of “${name}”${values}`,
  values: (before, after) => `: ${before} becomes ${after}`,
  otherwise: ' changed',
  nothing: 'none',
  long: 'a formula',
  byCalendar: (amount, calendar) => `${amount} (${calendar})`,
  calendars: { 'working-days': 'working days', 'natural-days': 'natural days', continuous: 'around the clock' },
  table: (file) => `Decision table ${file} changed`,
  things: {
    name: 'Name',
    term: 'Term',
    lapse: 'What follows a lapse',
    who: 'Who handles it',
    outcomes: 'Outcomes',
    form: 'form to fill in',
    condition: 'Condition',
    settings: 'Other settings',
  },
};

/** Running cases that move to a new version. */
export const migration: typeof zhCN.migration = {
  heading: 'Running cases',
  nobody: 'No case runs by the old version.',
  counts: (total, movable) =>
    `${plural(total, 'case')}, of which ${movable} can migrate to the new version; the others go on by the old one.`,
  obstacle: (where, why) => `${where}: ${why}`,
  submit: (n) => `Migrate ${plural(n, 'case')}`,
  progress: (done, total, refused, running) =>
    `${running ? 'Migrating' : 'Migrated'}: ${done} / ${total}${refused > 0 ? `, ${refused} refused` : ''}`,
};
