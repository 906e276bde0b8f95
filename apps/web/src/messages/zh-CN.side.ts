/** What goes on beside a case. */
export const side = {
  heading: '协办与督办',
  headingWithFollowUps: '协办、会签、督办与后续跟踪',
  noObjection: '期满无意见，视为无异议',
  kind: {
    assist: '协办',
    countersign: '会签',
    consult: '派单会商',
    mediation: '调解',
    supervision: '督办',
    policy: '制度完善',
    revisit: '适时回访',
    'mutual-aid': '自助互助',
  },
  state: { asked: '等待答复', answered: '已答复', lapsed: '逾期未答复', ended: '已结束' },
  waitsForTime: '到时回头看',
  dueAt: (at: string) => `${at} 前答复`,
  answer: (text: string, who: string) => `答复：${text}（${who}）`,
};
