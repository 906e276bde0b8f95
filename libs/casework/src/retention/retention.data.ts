/** The limit that says for how many months after its end a case without a kind keeps its personal data, and a booking. */
export const retentionSeed = {
  code: 'retention-months',
  name: '个人信息保存：未分类型的诉求办结后、接待预约后的月数',
  most: 36,
} as const;

/** Kinds of requests that are kept for longer, as they may be taken up again, before a court too; in months. */
export const retentionOfKinds: readonly { readonly code: string; readonly months: number }[] = [
  { code: 'complaint', months: 60 },
  { code: 'report', months: 60 },
  { code: 'dispute', months: 60 },
  { code: 'backlog', months: 60 },
];

/** What stands where the words of a resident stood. */
export const anonymisedText = '（保存期限已满，个人信息已删除）';
