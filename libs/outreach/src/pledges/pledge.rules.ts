import { pledgeActs, type PledgeAct, type PledgeState } from './pledge.js';

/** How far a pledge has come. */
export interface PledgeStage {
  readonly state: PledgeState;
  readonly finishedOn: string | null;
}

/** What can be done to a pledge now. A draft may be discussed anew until it is public; what is finished is not touched. */
export function actsAt({ state, finishedOn }: PledgeStage): readonly PledgeAct[] {
  return pledgeActs.filter((act) => {
    switch (act) {
      case 'change':
        return state === 'pledged' || (state === 'doing' && finishedOn === null);
      case 'discuss':
        return state === 'pledged' || state === 'discussed';
      case 'publish':
        return state === 'discussed';
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
