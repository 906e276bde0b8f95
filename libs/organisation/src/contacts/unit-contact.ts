import type { ChangeActor } from '../changes/unit-change.js';
import type { OpeningHours } from './opening.rules.js';

/** A point as GeoJSON counts: degrees east, degrees north (WGS 84). */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
}

/** Where residents find a unit, and when. Nothing in it is about a person, so everybody may read it. */
export interface UnitContact {
  readonly address: string;
  readonly telephone: string;
  /** Null: not told. */
  readonly hours: OpeningHours | null;
  /** Null: not on the map. */
  readonly position: Position | null;
}

/** What was decided of it, by whom, when and why. */
export interface SetContact extends UnitContact {
  /** Grows with each change; who changes it names the one that they have seen. */
  readonly version: number;
  readonly reason: string;
  readonly setBy: ChangeActor;
  readonly setAt: Date;
}

/** A station that residents are shown. */
export interface PublicStation extends UnitContact {
  readonly id: string;
  readonly name: string;
  /** Name of the street in which it lies. */
  readonly street: string | null;
}
