/** Which lib may import which; the words of docs/architecture.md as data. */
export const importTable: Readonly<Record<string, readonly string[]>> = {
  bpmn: [],
  calendar: [],
  platform: [],
  engine: ['bpmn', 'calendar', 'platform'],
  organisation: ['platform'],
  identity: ['organisation', 'platform'],
  casework: ['bpmn', 'engine', 'calendar', 'organisation', 'identity', 'platform'],
  'joint-meeting': ['casework', 'engine', 'calendar', 'organisation', 'identity', 'platform'],
  outreach: ['casework', 'engine', 'calendar', 'organisation', 'identity', 'platform'],
};

/** Libs that never read a clock, a file, a network or a random source, and know no framework. */
export const pureLibs: readonly string[] = ['bpmn', 'calendar'];

/** Server apps: any lib, never another app. */
export const serverApps: readonly string[] = ['api', 'worker', 'cli'];

/** The browser app sees the pure libs for simulation, and otherwise only its generated client. */
export const webMayImport: readonly string[] = ['bpmn', 'calendar'];
