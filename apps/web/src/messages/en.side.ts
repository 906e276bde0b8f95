import type * as zhCN from './zh-CN.side.js';

/** What goes on beside a case. */
export const side: typeof zhCN.side = {
  heading: 'Assistance and supervision',
  headingWithFollowUps: 'Assistance, countersigning, supervision and follow-ups',
  noObjection: 'Silent; counts as no objection',
  kind: {
    assist: 'Assistance',
    countersign: 'Countersigning',
    consult: 'Consultation',
    mediation: 'Mediation',
    supervision: 'Supervision',
    policy: 'Policy',
    revisit: 'Revisit',
    'mutual-aid': 'Mutual aid',
  },
  state: { asked: 'Awaiting an answer', answered: 'Answered', lapsed: 'Lapsed without an answer', ended: 'Ended' },
  waitsForTime: 'Looked at again in time',
  dueAt: (at) => `Answer by ${at}`,
  answer: (text, who) => `Answer: ${text} (${who})`,
};
