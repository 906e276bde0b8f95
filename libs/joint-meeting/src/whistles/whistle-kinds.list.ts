import type { ReferenceList } from '@lianban/casework';

/** What a whistle may be blown for, with how late units may come and how many days beforehand it may be blown. */
export const whistleKindList: ReferenceList = {
  key: 'whistle-kinds',
  table: 'joint_meeting.whistle_kind',
  fields: [
    { key: 'graceMinutes', column: 'grace_minutes', kind: 'number', least: 0, most: 1_440 },
    { key: 'aheadDays', column: 'ahead_days', kind: 'number', least: 0, most: 365 },
  ],
  grows: true,
  fixed: [],
  mayBeEmpty: false,
  needsNote: false,
};
