/** What becomes of a unit: it gets another name or another parent, or ends, by itself or by going into another one. */
export const unitChangeKinds = ['renamed', 'moved', 'closed', 'merged'] as const;

export type UnitChangeKind = (typeof unitChangeKinds)[number];

/** Who set a change, as histories name them. */
export interface ChangeActor {
  readonly accountId: string;
  readonly name: string;
  readonly role?: string;
  readonly unit?: string;
}

/** A change of a unit that is to come, holds, or has held since. */
export interface UnitChange {
  readonly id: string;
  readonly unitId: string;
  readonly kind: UnitChangeKind;
  /** From the beginning of this day on. */
  readonly day: string;
  /** The name or the parent before. */
  readonly before: string | null;
  /** The name or the parent from then on; the successor of a unit that ends. */
  readonly after: string | null;
  readonly reason: string;
  readonly setBy: ChangeActor;
  readonly setAt: Date;
  readonly appliedAt: Date | null;
}

/** Whether a change ends its unit. */
export function ends({ kind }: Pick<UnitChange, 'kind'>): boolean {
  return kind === 'closed' || kind === 'merged';
}
