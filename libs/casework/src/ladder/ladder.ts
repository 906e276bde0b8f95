/** Every rung of the supervision ladder, from the bottom up. */
export const rungCodes = [
  'remind-due-soon',
  'remind-overdue',
  'order-overdue',
  'order-dissatisfied',
  'order-still-dissatisfied',
  'order-returned',
  'order-many-same',
  'bulletin',
  'talk-repeated',
  'talk-faked',
] as const;

export type RungCode = (typeof rungCodes)[number];

/** When a rung is climbed and what it says, as an administrator set it. */
export interface Rung {
  readonly code: RungCode;
  readonly name: string;
  readonly active: boolean;
  readonly text: string;
  /** Working days over the term before it is climbed. */
  readonly days: number | null;
  /** How often something has to happen. */
  readonly times: number | null;
  /** Natural days within which that counts. */
  readonly periodDays: number | null;
  /** Working days in which the unit is to answer or to mend it. */
  readonly termDays: number | null;
}

/** The rungs by their code. */
export type Rungs = ReadonlyMap<RungCode, Rung>;

/** The part of a case that one unit had under one term. */
export interface Stage {
  /** Names it within the case. */
  readonly key: string;
  readonly unit: LadderUnit;
  /** What has become of the units that have it or were pressed for it: an answer of any of them counts. */
  readonly units: readonly string[];
  /** Name of its task. */
  readonly step: string;
  readonly receivedAt: Date;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly suspended: boolean;
  /** `lapsed`: its term took the case away from the unit. */
  readonly state: 'open' | 'lapsed';
}

/** A unit that is pressed. */
export interface LadderUnit {
  readonly id: string;
  readonly name: string;
}

/** Everything about a case that decides which rungs are climbed. */
export interface LadderFacts {
  readonly state: string;
  readonly returns: number;
  /** When the case and those merged into it were received. */
  readonly receipts: readonly Date[];
  /** Stages that are open or lapsed. */
  readonly stages: readonly Stage[];
  /** The unit that holds the case, the one that is due first. */
  readonly holder: LadderUnit | null;
  /** The unit that handled it last, callbacks left out. */
  readonly handler: LadderUnit | null;
  /** What was done and said, in order: a handling, or that the resident is not satisfied. */
  readonly course: readonly ('handled' | 'dissatisfied')[];
  readonly urges: readonly { readonly at: Date; readonly day: string }[];
  /** How often it is urged at most. */
  readonly mostUrges: number;
  /** Supervision orders, by whomever. */
  readonly orders: readonly {
    readonly unitId: string;
    /** The unit that it has gone into since, or itself. */
    readonly heirId: string;
    readonly at: Date;
    readonly answeredAt: Date | null;
    readonly open: boolean;
  }[];
  /** Bulletins of this case that were issued, with how many of the unit count by now. */
  readonly bulletins: readonly { readonly stage: string; readonly unit: LadderUnit; readonly ofUnit: number }[];
  /** Rungs that were climbed already. */
  readonly taken: readonly { readonly code: RungCode; readonly stage: string }[];
}

/** A rung that is to be climbed now. */
export interface DueRung {
  readonly code: RungCode;
  readonly act: 'remind' | 'order' | 'bulletin' | 'talk';
  /** Key of the stage that it is about, or what stands for the whole case. */
  readonly stage: string;
  readonly unit: LadderUnit;
  readonly step?: string;
  readonly dueAt?: Date | null;
  readonly calendarId?: string | null;
  readonly times?: number;
  /** It needs no act: somebody pressed the unit already. It counts as climbed. */
  readonly covered: boolean;
}
