import { plural } from './plural.js';
import type * as zhCN from './zh-CN.said.js';

/** The server's nouns of time, by which its texts are read: `剩 2 个工作日`, `3 天 4 小时`. */
const nouns: Readonly<Record<string, string>> = { 个工作日: 'working day', 天: 'day', 小时: 'hour', 分钟: 'minute' };

const states: Readonly<Record<string, string>> = {
  办理中: 'Open',
  已办结: 'Closed',
  已撤回: 'Withdrawn',
  不予受理: 'Declined',
  已并案: 'Merged',
};

/** Roles as a fresh installation has them; one that was renamed keeps its name. */
const roles: Readonly<Record<string, string>> = {
  工作站办事员: 'Station clerk',
  部门负责人: 'Head of department',
  工作站站长: 'Station head',
  街道协调员: 'Street coordinator',
  志愿者: 'Volunteer',
  部门承办人: 'Department officer',
  群众工作办公室工作人员: 'General office',
  联席会秘书: 'Joint-meeting secretary',
  区级承办人: 'District handler',
  区级机关查阅人: 'District reader',
  督查员: 'Supervisor',
  区领导: 'District leader',
  流程管理员: 'Workflow designer',
  外部系统: 'Other system',
  系统管理员: 'System administrator',
  安全管理员: 'Security administrator',
  审计管理员: 'Auditor',
};

/** Lines of the history, but for those whose title is the name of an outcome in the diagram. */
const events: Readonly<Record<string, string>> = {
  registered: 'Registered',
  received: 'Received',
  claimed: 'Claimed',
  released: 'Released',
  lapsed: 'Lapsed',
  overdue: 'Overdue',
  cancelled: 'Step ended',
  'term-changed': 'Term changed',
  suspended: 'Suspended',
  resumed: 'Resumed',
  urged: 'Urged',
  transferred: 'Transferred',
  copied: 'Copied',
  recused: 'Recusal',
  'assist-asked': 'Assistance asked for',
  'countersign-asked': 'Countersigning asked for',
  consulted: 'Consultation',
  'mutual-aid-offered': 'Offered to volunteers',
  'mutual-aid-recalled': 'Offer recalled',
  'contact-read': 'Resident looked up',
  'mediation-asked': 'Mediation asked for',
  supervised: 'Supervision',
  bulletin: 'Bulletin',
  talk: 'Talk',
  faked: 'Found a faked closing',
  answered: 'Answered',
  'followed-up': 'Follow-up',
  contacted: 'Resident contacted',
  'contact-tried': 'Resident not reached',
  'contact-late': 'First contact overdue',
  'papers-told': 'Missing papers told',
  'paper-received': 'Paper taken',
  'paper-returned': 'Paper given back',
  'proxy-begun': 'Errand begun',
  'proxy-ended': 'Errand ended',
  'historic-marked': 'Marked as long-standing',
  'historic-unmarked': 'No longer marked as long-standing',
  rated: 'Rated',
  reopened: 'Reopened',
  supplemented: 'Resident added something',
  'exclusion-asked': 'Exclusion asked for',
  'exclusion-decided': 'Exclusion decided',
  attached: 'File added',
  detached: 'File deleted',
  declined: 'Declined',
  merged: 'Merged',
  joined: 'Case merged in',
  separated: 'Separated',
  parted: 'Case separated',
  postponed: 'Postponed',
  'decision-closed': 'Decision closed',
  'whistle-blown': 'Whistle blown',
  'whistle-arrived': 'Arrived',
  'whistle-ended': 'Whistle ended',
  'whistle-scored': 'Whistle scored',
  migrated: 'Moved to another version',
  held: 'Process held',
  continued: 'Process continued',
  'data-held': 'Personal data held',
  'data-let-go': 'Personal data let go',
  anonymised: 'Personal data removed',
  incident: 'Incident, to be mended',
  closed: 'Closed',
  withdrawn: 'Process ended',
};

/** The same for residents, who are told less. */
const publicSteps: Readonly<Record<string, (unit: string) => string>> = {
  registered: (unit) => `Registered, now with ${unit}`,
  claimed: (unit) => `${unit} has taken it on`,
  completed: (unit) => `${unit} has handled it`,
  lapsed: (unit) => `${unit} did not complete it in time; it went to the next level`,
  answered: (unit) => `${unit} has answered`,
  contacted: (unit) => `${unit} has contacted you`,
  'contact-tried': (unit) => `${unit} tried to reach you in vain`,
  'papers-told': (unit) => `${unit} told you which papers are missing`,
  'paper-received': (unit) => `${unit} has received your paper`,
  'paper-returned': (unit) => `${unit} has given your paper back`,
  'proxy-begun': (unit) => `${unit} is running an errand for you`,
  'proxy-ended': () => 'The errand is done',
  urged: () => 'Urged',
  supplemented: () => 'You added something',
  rated: () => 'Rated',
  reopened: (unit) => `Reopened, now with ${unit}`,
  declined: () => 'Declined',
  merged: () => 'Handled with another request about the same matter; you are answered when it is done',
  separated: (unit) => `Handled by itself again, now with ${unit}`,
  closed: () => 'Closed',
  withdrawn: () => 'Ended',
};

const rates: Readonly<Record<string, readonly [name: string, formula: string]>> = {
  closing: ['Closing', 'closed ÷ (received − withdrawn, declined, merged)'],
  'closing-in-time': [
    'Closing in time',
    'closed without a lapse in any step ÷ (received − withdrawn, declined, merged)',
  ],
  claiming: ['Claiming in time', 'claimed within the time for it ÷ (claimed, lapsed, or past that time)'],
  response: [
    'Response',
    'residents first contacted in time ÷ (contacted, or past that time); cases withdrawn, declined or merged before do not count',
  ],
  'two-visits': ['Two-visit completion', 'closed with at most two visits of the resident ÷ closed'],
  'first-time': ['First-time completion', 'closed without return, second handling or reopening ÷ closed'],
  return: ['Return', 'returned at least once ÷ received'],
  rework: ['Rework', 'handled a second time ÷ received'],
  repeat: [
    'Repetition',
    '(merged into others + brought again in the chosen days by the same telephone number under the same category) ÷ received',
  ],
  satisfaction: [
    'Satisfaction',
    '(very satisfied + satisfied + fairly satisfied) ÷ valid ratings; the last rating of a case counts, no rating does not',
  ],
  solution: ['Solution', 'answered “solved” ÷ valid answers'],
};

/** What the server words itself, in Chinese, by its code or its fixed form. */
export const said: typeof zhCN.said = {
  left: (text) => {
    const time = text.includes('不足') ? 'less than 1 minute' : quantities(text);
    if (time === '') return text;
    return text.startsWith('超期') ? `${time} overdue` : `${time} left`;
  },
  took: (text) => (text.startsWith('不足') ? 'less than 1 minute' : quantities(text)) || text,
  event: ({ kind, title }) => events[kind] ?? title,
  publicStep: ({ kind, unit, name }) => publicSteps[kind]?.(unit ?? 'the handling unit') ?? name,
  rate: ({ code, name }) => rates[code]?.[0] ?? name,
  state: (name) => states[name] ?? name,
  role: (name) => roles[name] ?? name,
  category: (name) => (name === '未分类' ? 'No category' : name),
  // The longest first, as the name of one rate may be part of another's. What follows the formula says what is left out.
  composite: (formula, named) => {
    const inEnglish = [...named]
      .sort((one, other) => other.name.length - one.name.length)
      .reduce((text, { code, name }) => text.replaceAll(name, rates[code]?.[0] ?? name), formula);
    return `${inEnglish.split('；', 1)[0]}; rates that cannot be computed are left out and the others count by their shares, without excluded cases`;
  },
  lanes: () =>
    'Mutual aid: volunteers solved it and the window found so, or they are at it; coordination: it went to the joint meeting, or two units or more completed steps, assisted or countersigned (callbacks and checks do not count); the window: all others',
  // It never speaks English to people, only to programs.
  readable: () => false,
  formula: ({ code, formula }) => rates[code]?.[1] ?? formula,
};

function quantities(text: string): string {
  return [...text.matchAll(/(\d+) (\p{Script=Han}+)/gu)]
    .map(([, amount, noun = '']) => plural(Number(amount), nouns[noun] ?? noun))
    .join(' ');
}
