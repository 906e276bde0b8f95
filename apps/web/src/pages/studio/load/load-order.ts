import type { JsonValue, LoadReport } from '@lianban/bpmn';
import type { CalendarDefinition } from '@lianban/calendar';
import type { PastCase } from '../../../api/model.js';
import type { StudioFile } from '../../../api/studio.js';

/** A case of a file of letters: when it came, when it was answered if it was, and what the workflow starts with. */
export interface LetterCase {
  readonly startsAt: string;
  readonly endsAt?: string;
  readonly variables: Readonly<Record<string, JsonValue>>;
}

/** What a simulation is about: the same cases through the diagram as drawn and through the version that runs. */
export interface LoadOrder {
  readonly drawn: readonly StudioFile[];
  readonly running: readonly StudioFile[];
  readonly processKey: string;
  readonly calendars: readonly CalendarDefinition[];
  readonly timeZone: string;
  /** By which waiting is told, and work is counted that names no calendar. */
  readonly calendar: string;
  /** Working hours of a step that no past case finished. */
  readonly unknownHours: number;
  readonly load:
    | { readonly kind: 'past'; readonly cases: readonly PastCase[]; readonly now: string }
    | { readonly kind: 'letters'; readonly cases: readonly LetterCase[] };
}

/** What came of it. */
export interface LoadOutcome {
  readonly drawn: LoadReport;
  readonly running: LoadReport;
  /** Steps of the diagram as drawn that no past case ever finished. */
  readonly unknown: readonly string[];
  /** Cases that could not be taken through the diagram as drawn, with the first reason. */
  readonly failed: { readonly count: number; readonly reason: string } | undefined;
}
