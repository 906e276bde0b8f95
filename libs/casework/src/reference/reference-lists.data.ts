import { actLimitSeeds } from '../acts/act-limits.data.js';
import { orderTriggers } from '../sides/supervision-triggers.data.js';
import type { ReferenceField, ReferenceList } from './reference-list.js';

/** The tables that administrators keep beside the topics, in the order of the screen. */
export const referenceLists: readonly ReferenceList[] = [
  // Residents file by `resident`, `npx lianban cases import` by `import`.
  list('channels', 'channel', [{ key: 'processKey', column: 'process_key', kind: 'process' }], {
    fixed: ['resident', 'import'],
  }),
  list('case-kinds', 'case_kind'),
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
  list('exclusion-reasons', 'exclusion_reason'),
  list('notice-kinds', 'notice_kind', [{ key: 'byMail', column: 'by_mail', kind: 'flag' }], {
    grows: false,
    mayBeEmpty: true,
  }),
];

function list(
  key: string,
  table: string,
  fields: readonly ReferenceField[] = [],
  { grows = true, mayBeEmpty = false, fixed = [] }: Partial<Pick<ReferenceList, 'grows' | 'mayBeEmpty' | 'fixed'>> = {},
): ReferenceList {
  return { key, table, fields, grows, mayBeEmpty, fixed };
}
