import type { Figure } from '../../api/figure.js';

/** Of which figures a rate is the share, by its code. */
export const rateFigures: Readonly<Record<string, readonly [numerator: Figure, denominator: Figure]>> = {
  closing: ['cases.closed', 'cases.due'],
  'closing-in-time': ['cases.closedInTime', 'cases.due'],
  claiming: ['tasks.claimedInTime', 'tasks.toClaim'],
  response: ['cases.contactedInTime', 'cases.toContact'],
  'two-visits': ['cases.closedInTwo', 'cases.closed'],
  'first-time': ['cases.closedAtOnce', 'cases.closed'],
  return: ['cases.returned', 'cases.received'],
  rework: ['cases.reworked', 'cases.received'],
  repeat: ['cases.repeated', 'cases.received'],
  satisfaction: ['cases.satisfied', 'cases.rated'],
  solution: ['cases.solved', 'cases.asked'],
};
