import { actLimitSeeds } from '../acts/act-limits.data.js';
import { campaignProblems } from '../campaigns/campaign.rules.js';
import { wakeAll } from '../ladder/ladder-watch.sql.js';
import { orderTriggers } from '../sides/supervision-triggers.data.js';
import type { ReferenceField, ReferenceList } from './reference-list.js';

/** The tables of this lib that administrators keep beside the topics, in the order of the screen. */
export const referenceLists: readonly ReferenceList[] = [
  // Residents file by `resident`, `npx lianban cases import` by `import`, who comes to a reception by `reception`.
  list(
    'channels',
    'channel',
    [
      { key: 'processKey', column: 'process_key', kind: 'process' },
      { key: 'demandsCampaign', column: 'demands_campaign', kind: 'flag' },
    ],
    { fixed: ['resident', 'import', 'reception'] },
  ),
  // For how long a kind keeps its personal data after the end; cases without a kind by `retention-months`.
  list('case-kinds', 'case_kind', [
    { key: 'mutualAid', column: 'mutual_aid', kind: 'flag' },
    { key: 'retainMonths', column: 'retain_months', kind: 'number', least: 1, most: 360 },
  ]),
  list('intake-exits', 'intake_exit', [{ key: 'told', column: 'told', kind: 'text', longest: 500 }]),
  // What a clock may stand for is a rule, not a setting.
  list(
    'pause-reasons',
    'pause_reason',
    [
      { key: 'capDays', column: 'cap_days', kind: 'number', least: 1, most: 365 },
      { key: 'times', column: 'times', kind: 'number', least: 1, most: 9 },
    ],
    { grows: false },
  ),
  list('act-limits', 'act_limit', [{ key: 'most', column: 'most', kind: 'number', least: 1, most: 60 }], {
    grows: false,
    fixed: actLimitSeeds.map(({ code }) => code),
  }),
  list('dispositions', 'disposition', [
    { key: 'followUp', column: 'follow_up', kind: 'choice', choices: ['policy', 'revisit'] },
  ]),
  list('contact-ways', 'contact_way'),
  // The supervision ladder and what follows meetings give orders by these.
  list('supervision-triggers', 'supervision_trigger', [], { fixed: Object.values(orderTriggers) }),
  // When a rung is climbed and what it says; what was climbed stays climbed.
  list(
    'ladder-rungs',
    'ladder_rung',
    [
      { key: 'days', column: 'days', kind: 'number', least: 0, most: 250, notForAll: true },
      { key: 'times', column: 'times', kind: 'number', least: 1, most: 100, notForAll: true },
      { key: 'periodDays', column: 'period_days', kind: 'number', least: 1, most: 3_660, notForAll: true },
      { key: 'termDays', column: 'term_days', kind: 'number', least: 1, most: 250, notForAll: true },
      { key: 'text', column: 'text', kind: 'text', longest: 1_000 },
    ],
    { grows: false, mayBeEmpty: true, needsNote: true, changed: wakeAll },
  ),
  list('volunteer-skills', 'volunteer_skill'),
  list('exclusion-reasons', 'exclusion_reason'),
  list('notice-kinds', 'notice_kind', [{ key: 'byMail', column: 'by_mail', kind: 'flag' }], {
    grows: false,
    mayBeEmpty: true,
  }),
  list('campaign-kinds', 'campaign_kind'),
  list(
    'campaigns',
    'campaign',
    [
      { key: 'kind', column: 'kind_code', kind: 'entry', of: 'campaign-kinds' },
      { key: 'from', column: 'from_day', kind: 'day' },
      { key: 'to', column: 'to_day', kind: 'day' },
      { key: 'units', column: 'units', kind: 'units' },
      { key: 'remark', column: 'note', kind: 'note', longest: 500 },
    ],
    { mayBeEmpty: true, check: campaignProblems },
  ),
  list('historic-ages', 'historic_age', [{ key: 'years', column: 'years', kind: 'number', least: 0, most: 100 }]),
];

function list(
  key: string,
  table: string,
  fields: readonly ReferenceField[] = [],
  own: Partial<Omit<ReferenceList, 'key' | 'table' | 'fields'>> = {},
): ReferenceList {
  return {
    grows: true,
    mayBeEmpty: false,
    fixed: [],
    needsNote: false,
    ...own,
    key,
    table: `casework.${table}`,
    fields,
  };
}
