/** What may cause a supervision order, as a fresh installation has it. */
export const supervisionTriggerSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'overdue', name: '逾期未办' },
  { code: 'dissatisfied', name: '回访不满意' },
  { code: 'still-dissatisfied', name: '二次办理后仍不满意' },
  { code: 'returned-twice', name: '两次以上退单' },
  { code: 'leader-note', name: '领导批示' },
  { code: 'many-same', name: '三十日内同类诉求三件以上' },
];

/** Codes of the triggers of the orders that the system itself gives, by the rung of the ladder that gives them. */
export const orderTriggers = {
  'order-overdue': 'overdue',
  'order-dissatisfied': 'dissatisfied',
  'order-still-dissatisfied': 'still-dissatisfied',
  'order-returned': 'returned-twice',
  'order-many-same': 'many-same',
} as const;
