import type * as zhCN from './zh-CN.campaign.js';

/** Campaigns, from the register to the statistics. */
export const campaign: typeof zhCN.campaign = {
  label: 'Campaign',
  placeholder: 'Leave empty if it belongs to none',
  option: (name, from, to) => `${name} (${from} to ${to})`,
  units: (names) => `Units: ${names}`,
  noneRunning: 'No campaign is running; a system administrator adds one under “Reference lists”.',
  all: 'All campaigns',
  none: 'No case was registered under a campaign in this time.',
  kind: 'Kind',
  days: 'Dates',
  between: (from, to) => `${from} to ${to}`,
  received: 'Received',
  closed: 'Closed',
  satisfied: 'Satisfied / rated',
};
