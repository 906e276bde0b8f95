import { pledgeActs, type PledgeAct, type PledgeState } from './pledge.js';

/** How far a pledge has come. */
export interface PledgeStage {
  readonly state: PledgeState;
  readonly dropped: boolean;
  readonly finishedOn: string | null;
}

/** What can be done to a pledge now. A draft may be discussed anew until it is public; to what is finished only proof is added. */
export function actsAt({ state, dropped, finishedOn }: PledgeStage): readonly PledgeAct[] {
  if (dropped) return [];
  return pledgeActs.filter((act) => {
    switch (act) {
      case 'change':
        return state === 'pledged' || (state === 'doing' && finishedOn === null);
      case 'discuss':
      case 'drop':
        return state === 'pledged' || state === 'discussed';
      case 'publish':
        return state === 'discussed';
      case 'attach':
        return state === 'doing';
      case 'progress':
      case 'finish':
        return state === 'doing' && finishedOn === null;
    }
  });
}

/** The year with whose pledges it is reviewed: that of the day by which it is due. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The mean of delegates' scores, in hundredths; null where nobody scored. */
export function meanOf(points: number | null, scores: number | null): number | null {
  return points === null || !scores ? null : Math.round((points / scores) * 100) / 100;
}
