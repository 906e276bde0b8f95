import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitDuty, UnitKind } from './unit.js';

/** One node of the organisation tree. Units are never deleted: they end, so that old cases keep their names. */
@Entity({ schema: 'organisation', name: 'unit' })
export class Unit {
  /** Stable code such as `station-1-1`. */
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  kind: UnitKind;

  /** Null for a root. */
  @Column('text', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** Ids from the root to this unit, as `/district/street-1/station-1-1/`. A prefix means "is or is above". */
  @Column('text')
  path: string;

  @Column('text', { name: 'area_code', nullable: true })
  areaCode: string | null;

  @Column('text', { array: true })
  keywords: string[];

  @Column('text', { array: true })
  duties: UnitDuty[];

  @Column('timestamptz', { name: 'valid_from' })
  validFrom: Date;

  /** First instant at which it no longer exists; null while it stands. */
  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo: Date | null;

  /** The unit that goes on with what was with this one since it ended. */
  @Column('text', { name: 'successor_id', nullable: true })
  successorId: string | null;
}
