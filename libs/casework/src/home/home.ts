/** What a card of the home page counts; the titles and the pages behind them are the screen's. */
export const homeCardIds = [
  'todo',
  'over',
  'soon',
  'fresh',
  'claimable',
  'orders',
  'orders-to-claim',
  'registered',
  'offers',
  'helps',
  'meetings',
  'minutes',
  'topics',
  'whistles',
  'bulletins',
  'talks',
  'drafts',
  'supervised',
  'late',
  'open',
  'received',
  'incidents',
  'undelivered',
  'refused',
  'given-up',
  'locked',
] as const;

export type HomeCardId = (typeof homeCardIds)[number];

/** How much of one thing waits for who looks. */
export interface HomeCard {
  readonly id: HomeCardId;
  /** Counting stops at {@link mostOnCard}. */
  readonly count: number;
  /** How many of them came since midnight. */
  readonly today: number;
  /** When the first of them runs out, or begins. */
  readonly soonest: string | null;
}

/** The home page of a person: only cards of what they may see. */
export interface Home {
  /** As of when it was counted. */
  readonly at: string;
  readonly cards: readonly HomeCard[];
}

/** Most that a card is said to hold. */
export const mostOnCard = 10_000;
