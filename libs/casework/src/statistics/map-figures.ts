import type { Position, UnitKind } from '@lianban/organisation';

/** A unit on the map, with what it and the units below it have to do. */
export interface UnitOnMap {
  readonly unitId: string;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly address: string;
  /** Null: nobody told where it is. */
  readonly position: Position | null;
  /** Cases received in the period that it, or a unit below it, ever held. */
  readonly received: number;
  /** Of all cases that it, or a unit below it, ever held, the ones that are open now. */
  readonly open: number;
  /** Open tasks of the unit itself by their light. */
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly paused: number;
}

/** Units of a scope with what they have to do. */
export interface MapFigures {
  readonly units: readonly UnitOnMap[];
}
