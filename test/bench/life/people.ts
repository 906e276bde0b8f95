import type { Principal } from '@lianban/identity';
import type { RecordedStep } from './case-record.js';

/** Who can do what in the district. */
export class People {
  readonly #staff: readonly Principal[];

  constructor(staff: readonly Principal[]) {
    this.#staff = staff;
  }

  /** Who holds the task, or else those who may claim it. */
  handsOf({ assignee, unit }: RecordedStep): readonly Principal[] {
    const holder = this.#staff.find(({ accountId }) => accountId === assignee);
    return holder ? [holder] : this.of(unit ?? '');
  }

  of(unitId: string): readonly Principal[] {
    return this.#staff.filter(({ units }) => units.some(({ id }) => id === unitId));
  }

  /** People of the units whose ids begin so. */
  ofKind(kind: 'station' | 'street' | 'dept' | 'office'): readonly Principal[] {
    return this.#staff.filter(({ units }) => units.some(({ id }) => id.startsWith(`${kind}-`)));
  }

  with(permission: 'supervision.order' | 'joint-meeting.manage'): readonly Principal[] {
    return this.#staff.filter(({ permissions }) => permissions.has(permission));
  }

  /** Ids of all units in which somebody works. */
  get units(): readonly string[] {
    return [...new Set(this.#staff.flatMap(({ units }) => units.map(({ id }) => id)))].sort();
  }
}
