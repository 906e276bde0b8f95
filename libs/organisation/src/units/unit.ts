/** What a unit is in the hierarchy. It does not say how deep it sits: the tree may have any depth. */
export type UnitKind = 'district' | 'street' | 'station' | 'department' | 'office';

/** Every kind, in the order in which lists show them. */
export const unitKinds: readonly UnitKind[] = ['district', 'street', 'station', 'department', 'office'];

/** What kinds are called in tables that people read. */
export const unitKindNames: Readonly<Record<UnitKind, string>> = {
  district: '区',
  street: '街道',
  station: '工作站',
  department: '部门',
  office: '办公室',
};

/**
 * A service that a unit renders to all units beside and below it: `backstop` takes what nobody else owns (区群众工作办公室),
 * `joint-meeting` runs the joint meeting, `supervision` supervises, `leadership` decides at the last level.
 */
export type UnitDuty = 'backstop' | 'joint-meeting' | 'supervision' | 'leadership';

/** What the caller says of a new unit; its path follows from its parent. */
export interface UnitDraft {
  /** Stable code such as `station-1-1`: lower-case letters, digits, single hyphens, at most 64 characters. */
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** Absent: a root. */
  readonly parentId?: string;
  /** Statistics bureau code, 2 to 12 digits. */
  readonly areaCode?: string;
  /** Place names by which an address is recognised as belonging here. */
  readonly keywords?: readonly string[];
  readonly duties?: readonly UnitDuty[];
  /** Default: now. */
  readonly validFrom?: Date;
}
