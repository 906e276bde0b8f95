/** Every state of a case as a whole; in `merged` it is handled with another one. */
export const caseStates = ['open', 'closed', 'withdrawn', 'declined', 'merged'] as const;

/** Where a case stands as a whole. */
export type CaseState = (typeof caseStates)[number];

/** The level of the hierarchy that holds a case. */
export type CaseLevel = 'station' | 'street' | 'department' | 'joint-meeting' | 'district';

/** Every level, from the neighbourhood up. */
export const caseLevels: readonly CaseLevel[] = ['station', 'street', 'department', 'joint-meeting', 'district'];

/** Whether a text from a diagram or a unit's kind names a level. */
export function isCaseLevel(text: string | undefined): text is CaseLevel {
  return caseLevels.some((level) => level === text);
}

/** The state in the words of the screen. */
export const caseStateNames: Readonly<Record<CaseState, string>> = {
  open: '办理中',
  closed: '已办结',
  withdrawn: '已撤回',
  declined: '不予受理',
  merged: '已并案',
};
