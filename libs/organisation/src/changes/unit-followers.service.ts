import { Injectable } from '@nestjs/common';
import type { UnitChange } from './unit-change.js';

/** Something that is with a unit and follows it. */
export interface ThingOfUnit {
  readonly what:
    | 'tasks'
    | 'sides'
    | 'dispatch-rules'
    | 'bulletins'
    | 'meetings'
    | 'pledges'
    | 'receptions'
    | 'cases'
    | 'members'
    | 'grants';
  readonly count: number;
  /** A unit without a successor cannot end while there is something of it. */
  readonly open: boolean;
}

/** A lib that keeps things for units; it counts them beforehand and lets them follow a change that holds. */
export interface UnitFollower {
  thingsOf(unitId: string): Promise<readonly ThingOfUnit[]>;
  /**
   * Lets things follow, in small transactions; gives how many did or are still to, so 0 only where nothing is left. It
   * may be broken off and called again at any moment, by any number of processes.
   */
  follow(change: UnitChange): Promise<number>;
}

/** The followers of this process, in order of registration; a module registers its own in `onModuleInit`. */
@Injectable()
export class UnitFollowers {
  readonly #followers: UnitFollower[] = [];

  register(follower: UnitFollower): void {
    this.#followers.push(follower);
  }

  async thingsOf(unitId: string): Promise<ThingOfUnit[]> {
    const things: ThingOfUnit[] = [];
    for (const follower of this.#followers) things.push(...(await follower.thingsOf(unitId)));
    return things.filter(({ count }) => count > 0);
  }

  async follow(change: UnitChange): Promise<number> {
    let followed = 0;
    for (const follower of this.#followers) followed += await follower.follow(change);
    return followed;
  }
}
