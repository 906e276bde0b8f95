/** Where a case stands as a whole. */
export type CaseState = 'open' | 'closed' | 'withdrawn';

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
};
