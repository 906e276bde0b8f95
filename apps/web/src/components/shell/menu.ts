import type { Box } from '../../api/model.js';
import { messages } from '../../messages/messages.js';

/** One line of the main menu. */
interface MenuEntry {
  readonly path: string;
  readonly label: string;
  /** One of several is enough. */
  readonly permission: string | readonly string[];
  /** The tab of the inbox that it opens, where it is one. */
  readonly box?: Box;
}

/** Menu lines that belong together. */
export interface MenuGroup {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

/** The tabs of the inbox in their order on the screen. */
export const boxes: readonly Box[] = ['todo', 'claimable', 'done', 'registered', 'copied'];

const { menu } = messages;

// An entry appears here when its page works, not before.
const groups: readonly MenuGroup[] = [
  {
    label: menu.work,
    entries: [
      ...boxes.map((box) => ({ path: `/inbox/${box}`, label: messages.box[box], permission: 'task.read', box })),
      { path: '/mutual-aid', label: messages.mutualAid.title, permission: 'mutual-aid.help' },
      { path: '/unit-records', label: menu.habits, permission: 'task.handle' },
      { path: '/absences', label: menu.absence, permission: 'task.handle' },
    ],
  },
  {
    label: menu.affairs,
    entries: [
      { path: '/cases/new', label: menu.register, permission: 'case.register' },
      { path: '/cases', label: menu.search, permission: 'case.read' },
      { path: '/joint-meetings', label: menu.jointMeeting, permission: 'joint-meeting.read' },
      { path: '/whistles', label: menu.whistle, permission: 'task.assign' },
      { path: '/pledges', label: messages.pledge.title, permission: 'outreach.read' },
      { path: '/receptions', label: messages.reception.title, permission: 'outreach.read' },
      { path: '/volunteers', label: messages.roster.title, permission: 'volunteers.manage' },
      { path: '/supervisions', label: menu.supervision, permission: ['supervision.read', 'supervision.answer'] },
      { path: '/statistics', label: menu.statistics, permission: 'statistics.read' },
      { path: '/map', label: menu.districtMap, permission: 'statistics.read' },
    ],
  },
  {
    label: menu.design,
    entries: [
      { path: '/workflows', label: menu.workflows, permission: 'workflow.read' },
      { path: '/forms', label: menu.forms, permission: 'workflow.read' },
    ],
  },
  {
    label: menu.system,
    entries: [
      { path: '/organisation', label: menu.organisation, permission: 'system.manage' },
      { path: '/people', label: menu.people, permission: 'people.read' },
      { path: '/sign-in-settings', label: menu.signInSettings, permission: 'grants.manage' },
      { path: '/api-tokens', label: menu.apiTokens, permission: 'grants.manage' },
      { path: '/calendar', label: menu.calendar, permission: 'system.manage' },
      { path: '/reference-lists', label: messages.lists.title, permission: 'system.manage' },
      { path: '/categories', label: messages.categories.title, permission: 'system.manage' },
      { path: '/notice-templates', label: messages.templates.title, permission: 'system.manage' },
      { path: '/statistics-settings', label: menu.statisticsSettings, permission: 'system.manage' },
      { path: '/privacy', label: menu.privacy, permission: 'system.manage' },
      { path: '/screens', label: menu.screens, permission: 'system.manage' },
      { path: '/minutes-template', label: menu.minutesTemplate, permission: 'system.manage' },
      { path: '/deliveries', label: messages.deliveries.title, permission: 'system.manage' },
      { path: '/webhooks', label: messages.webhooks.title, permission: 'system.manage' },
      { path: '/dead-letters', label: menu.deadLetters, permission: 'system.manage' },
      { path: '/audit', label: menu.audit, permission: 'audit.read' },
    ],
  },
];

/** The menu of a user: only what the permissions open, without empty groups. */
export function menuFor(may: (permission: string) => boolean): readonly MenuGroup[] {
  return groups
    .map(({ label, entries }) => ({
      label,
      entries: entries.filter(({ permission }) => [permission].flat().some(may)),
    }))
    .filter((group) => group.entries.length > 0);
}

/** Where somebody begins after signing in: the first page of their menu, or the home page. */
export function landingFor(may: (permission: string) => boolean): string {
  return menuFor(may)[0]?.entries[0]?.path ?? '/';
}
