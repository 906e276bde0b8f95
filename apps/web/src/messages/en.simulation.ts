import { plural } from './plural.js';
import type * as zhCN from './zh-CN.simulation.js';

const problems = {
  column: 'there is no column filed_at',
  time: 'the time should look like 2026-03-05T09:30:00+08:00',
  order: 'it was completed before it came in',
  shape: 'the number of columns or the quotes are wrong',
  empty: 'no cases follow',
};

/** The texts of scenarios and simulations of the studio. */
export const simulationWords: typeof zhCN.simulationWords = {
  load: {
    tab: 'Simulation',
    hint: 'Takes past cases through the diagram as it is, to see how many lapse and where they wait long, beside the version that runs. In the browser only, and without a trace.',
    facts:
      'What is used: when a case came in, category, kind, urgency, first unit and street; begin, end, outcome and suspensions of each step. No titles, texts, names, telephones and numbers.',
    source: 'Which cases',
    sources: { month: 'Received in the last 30 days', last: 'The latest ones', file: 'A .csv file' },
    count: 'How many',
    file: 'Choose a .csv file',
    fileHint:
      'The first line names the columns: filed_at, replied_at (may be empty), all others are data that the process uses.',
    chosen: (name, count) => `${name}: ${plural(count, 'case')}`,
    given: 'Data that the file has not',
    unknownHours: 'How long steps without a precedent take (working hours)',
    begin: 'Begin',
    again: 'Begin again',
    cancel: 'Stop',
    reading: (count) => `Reading cases: ${count}`,
    running: (percent) => `Simulating: ${percent}%`,
    cancelled: 'Stopped.',
    none: 'No cases in this time.',
    failed: 'The simulation failed; please mend the errors under “Problems” first.',
    fileWrong: (line, problem) => `Line ${line}: ${problems[problem] ?? problem}.`,
    result: 'Result',
    drawn: (cases, lapsed, lapses) =>
      `By the diagram, ${lapsed} of ${plural(cases, 'case')} would lapse (${plural(lapses, 'lapse')} in all).`,
    running_: (version, lapsed, lapses) =>
      `By version ${version}, which runs, ${lapsed} would (${plural(lapses, 'lapse')} in all).`,
    difference: (n) =>
      n === 0
        ? 'Just as many lapse.'
        : n > 0
          ? `${plural(n, 'case')} more would lapse.`
          : `${plural(-n, 'case')} fewer would lapse.`,
    open: (n) => `${plural(n, 'case')} not done within a year.`,
    incidents: (n) => `${plural(n, 'case')} stopped by incidents.`,
    broken: (n, reason) => `${plural(n, 'case')} cannot go by the diagram: ${reason}`,
    unknown: (names) => `Steps without a precedent, which took the time entered above: ${names}.`,
    took: (seconds) => `Took ${plural(seconds, 'second')}.`,
    colour: 'Colours and numbers on the diagram',
    metrics: { lapsed: 'Lapses', median: 'Median', arrived: 'Arrived' },
    units: { lapsed: 'lapses', median: 'hours', arrived: 'cases' },
    badge: (name, metric, value, unit) => `${name}: ${metric} ${value} ${unit}`,
    legend: 'What the colours mean',
    table: 'Step by step (working hours; in brackets by the version that runs)',
    columns: { step: 'Step', arrived: 'Arrived', lapsed: 'Lapsed', median: 'Median', p90: 'P90' },
    download: 'Download the table (.csv)',
    downloadName: 'simulation.csv',
    downloadColumns: ['Process', 'Step', 'Id', 'Arrived', 'Lapsed', 'Median (working hours)', 'P90 (working hours)'],
    downloadRunning: (column) => `${column}, version that runs`,
    calendar: 'Calendar of the hours',
  },
  scenario: {
    tab: 'Scenarios',
    hint: 'Opens a scenario file (.yaml) and runs it step by step through the diagram, to see whether each step is as expected.',
    choose: 'Open a scenario file',
    wrong: (why) => `This is no scenario file: ${why}`,
    refused: 'It cannot run; please mend the errors under “Problems” first.',
    runAll: 'Run all',
    step: 'One step',
    restart: 'From the start',
    passed: (n, all) => `${n} of ${plural(all, 'scenario')} passed.`,
    state: { waiting: 'Not run', running: 'Running', passed: 'Passed', failed: 'Failed' },
    start: 'Start',
    final: 'End',
    acts: {
      complete: (name, result) => `“${name}” is completed${result === '' ? '' : ` (${result})`}`,
      advanceTo: (at) => `Time goes to ${at}`,
      advance: (length) => `Time goes on by ${length}`,
      message: (name) => `Message “${name}” comes`,
      signal: (name) => `Signal “${name}” is sent`,
      other: (what) => `Another act: ${what}`,
    },
    checks: {
      state: 'State',
      completed: 'Completed',
      completedAnyOrder: 'Completed (in any order)',
      visited: 'Visited',
      notVisited: 'Not visited',
      waiting: 'Waits at',
      waitingExactly: 'Waits only at',
      variables: 'Data',
      timers: 'Timers',
      incidents: 'Incidents',
      instances: 'Instances',
    },
    states: {
      completed: 'completed',
      active: 'running',
      terminated: 'ended',
      incident: 'with incidents',
      failed: 'failed',
    },
    fits: 'Fits',
    differs: (expected, actual) => `Differs: ${expected} expected, ${actual} found`,
    nothing: 'nothing',
    cannot: (why) => `Cannot be done: ${why}`,
    record: 'Save as a scenario file',
    recordHint: 'Each step that you took and the state after it; npx lianban workflow test runs it again.',
    recordName: (workflow) => `Trial of ${workflow}`,
    files: 'Download diagram and decision tables',
    filesHint: 'Put them into the folder of the scenario file.',
    actRefused: 'This cannot be done now.',
  },
};
