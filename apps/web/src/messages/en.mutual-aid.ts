import { plural } from './plural.js';
import type * as zhCN from './zh-CN.mutual-aid.js';

/** The three ways in which cases are handled. */
export const lane: typeof zhCN.lane = {
  title: 'Lane',
  name: { window: 'Window', mutual: 'Mutual aid', coordination: 'Coordination' },
  share: 'Share of completed',
  none: 'No cases in this time.',
  hoursFormula: 'Average natural hours from receipt to closing',
};

/** What a station offers to its volunteers. */
export const mutualAid: typeof zhCN.mutualAid = {
  title: 'Mutual aid',
  hint: 'What your station offers; you see how to reach the resident once you have taken a matter. The first one to take it does it',
  tabs: 'Matters of mutual aid',
  tab: { offered: 'Offered', mine: 'Taken by me', done: 'Done' },
  empty: {
    offered: 'Nothing is offered now. You get a notice when something comes.',
    mine: 'Nothing is in your hands.',
    done: 'Nothing done yet.',
  },
  take: 'Take',
  takeOf: (note) => `Take: ${note}`,
  taken: 'Taken. Look up how to reach the resident under “Taken by me”.',
  contact: 'Show how to reach them',
  contactHint: 'Every look goes into the history.',
  name: 'Resident',
  phone: 'Telephone',
  address: 'Address',
  unknown: 'Not left',
  report: 'Report back',
  outcome: 'Outcome',
  outcomeMissing: 'Please choose an outcome',
  opinion: 'What you did, or why you could not',
  reported: 'Reported; the window checks it.',
  due: { offered: 'Take by', mine: 'Report by' },
  state: { done: 'Reported', lapsed: 'Lapsed; back at the window', cancelled: 'Taken back or ended by the window' },
  solved: 'Checked by the window: solved',
  unsolved: 'Checked by the window: not solved',
  waits: 'Waiting for the check of the window',
  sides: 'Mutual aid, assistance, countersigning, supervision and follow-ups',
  skill: 'Skill',
  allSkills: (n) => `Any (${plural(n, 'person', 'people')})`,
  skillOption: (name, n) => `${name} (${plural(n, 'person', 'people')})`,
  skillAsked: (name) => `Skill: ${name}`,
  term: 'Take within',
  termHint: 'As the diagram says if left empty (one working day)',
  termUnits: { hours: 'working hours', days: 'working days' },
  termUnit: 'Unit of the term',
  nobody: 'Your station has no volunteers for this yet; its head keeps the roster.',
  problem: {
    complaint: 'This case complains of a unit or a person and cannot go to volunteers.',
    conflict: 'Somebody recused themselves from this case, so it cannot go to volunteers.',
    kind: 'Cases of this kind do not go to volunteers.',
  },
};

/** The rosters of volunteers. */
export const roster: typeof zhCN.roster = {
  title: 'Volunteers',
  hint: 'Who is on the roster and active can take what the station offers; system and security administrators open the accounts',
  caption: 'Roster of volunteers',
  add: 'Add to the roster',
  edit: 'Edit',
  editOf: (name) => `Edit ${name}`,
  empty: 'Nobody is on the roster yet.',
  person: 'Volunteer',
  station: 'Station',
  skills: 'Skills',
  anySkill: 'None given (only matters that need no skill)',
  area: 'Area',
  areaHint: 'A building, a block or a quarter',
  active: 'Gets offers',
  state: 'State',
  on: 'Active',
  off: 'Not active',
  open: 'Open',
  solved: 'Solved',
  noCandidates:
    'No account can be added: a system administrator opens one, and a security administrator grants it the role of volunteer of this station.',
  personMissing: 'Please choose a volunteer',
  stationMissing: 'Please choose a station',
  saved: 'Saved.',
};

/** What a station does on a case. */
export const mutualAct: typeof zhCN.mutualAct = {
  name: { mutual: 'Offer to volunteers', recall: 'Recall the offer' },
  hint: {
    mutual:
      'Volunteers of your station do it. The term goes on, and the case cannot be completed before their result is checked. It comes back by itself if nobody takes it, if they do not report in time, or if they cannot do it.',
    recall: 'The window handles it again; a volunteer who has taken it is told.',
  },
  opinion: {
    mutual: 'What is to be done (all volunteers read it: no names, telephone or identity numbers)',
    recall: 'Reason',
  },
};
