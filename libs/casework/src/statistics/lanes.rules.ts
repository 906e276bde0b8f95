import type { Lane } from '../mutual-aid/lane.sql.js';
import type { LaneTable } from './lanes.js';

/** Counts of one lane as they are read. */
export interface LaneCount {
  readonly lane: Lane;
  readonly received: number;
  readonly closed: number;
  readonly hours: number | null;
}

const lanes: readonly Lane[] = ['window', 'mutual', 'coordination'];

/** As `lane.sql.ts` computes it. */
const formula =
  '自助互助：志愿者办妥并经窗口核对解决，或正在互助；协调协同：进入联席会，或两个以上单位办结过环节、反馈过协办会签（回访、审核不计）；其余为窗口受理';

/** All three lanes, those without a case too, with their shares of what was closed. */
export function laneTable(counts: readonly LaneCount[]): LaneTable {
  const all = counts.reduce((sum, { closed }) => sum + closed, 0);
  return {
    formula,
    items: lanes.map((lane) => {
      const { received, closed, hours } = counts.find((count) => count.lane === lane) ?? nothing;
      return { lane, received, closed, share: all === 0 ? null : closed / all, hours };
    }),
  };
}

const nothing = { received: 0, closed: 0, hours: null };
