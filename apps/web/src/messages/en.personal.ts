import type * as zhCN from './zh-CN.personal.js';

/** Who the resident is, and who looked. */
export const personal: typeof zhCN.personal = {
  show: 'Reveal',
  showTitle: 'Reveal the resident',
  hint: 'This is recorded: who, when, from where and why',
  reason: 'Reason',
  reasons: ['Ask about the matter by telephone', 'Agree on a visit', 'Tell the result'],
  name: 'Name',
  phone: 'Telephone',
  noPhone: 'No telephone left',
  readings: 'Who has seen the resident',
  noReadings: 'Nobody yet',
  at: 'Time',
  by: 'Who',
  unit: 'Unit',
  refused: 'Not shown',
  looks: 'Who opened this case',
  firstAt: 'First that day',
  what: 'What',
  looked: { case: 'The case', file: 'A file' },
};
