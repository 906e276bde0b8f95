import type { MinutesWording } from './minutes-template.js';

/** What minutes say beside the facts, as a fresh installation has it. */
export const firstWording: MinutesWording = {
  title: '联席会议纪要',
  preamble:
    '{time}，在{place}召开“{title}”，由{calledBy}召集，共研究议题 {topics} 件，议定 {decided} 件。现将议定事项纪要如下：',
  closing:
    '以上议定事项自印发之日起执行。牵头单位和配合单位应当按期办结并书面反馈；逾期未办的，由联席会办公室提请督办。',
};
