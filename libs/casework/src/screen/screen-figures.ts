import type { Position } from '@lianban/organisation';
import type { Rate } from '../statistics/statistics.js';

/** What a unit has to do, on a screen in a hall: no address, nobody's name. */
export interface ScreenUnit {
  readonly unitId: string;
  readonly unit: string;
  readonly kind: string;
  readonly position: Position | null;
  readonly received: number;
  readonly open: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly paused: number;
}

/** Figures for a screen in a hall: counts and rates, no person, no title and no address of a case. */
export interface ScreenFigures {
  /** Names of the units whose figures they are. */
  readonly units: readonly string[];
  readonly at: string;
  /** Over how many days what is no figure of today is told, today among them. */
  readonly days: number;
  readonly today: { readonly received: number; readonly endings: number };
  readonly open: number;
  /** Open tasks whose term is over. */
  readonly overdue: number;
  /** Closing in time, of the cases of these days. */
  readonly inTime: Rate | null;
  readonly levels: readonly { readonly level: string; readonly open: number }[];
  readonly places: readonly ScreenUnit[];
  readonly trend: readonly { readonly day: string; readonly received: number; readonly endings: number }[];
  readonly weakTopics: readonly {
    readonly topic: string;
    readonly name: string;
    readonly rate: number | null;
    readonly mean: number;
  }[];
}
