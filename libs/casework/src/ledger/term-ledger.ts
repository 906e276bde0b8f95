/** What may happen to the clock of a term. `moved`: somebody set another end; `ended`: what it was for is gone. */
export const termActs = [
  'started',
  'warned',
  'suspended',
  'resumed',
  'extended',
  'recounted',
  'moved',
  'lapsed',
  'met',
  'ended',
] as const;

export type TermAct = (typeof termActs)[number];

/** One line of a term's ledger. */
export interface TermEntry {
  readonly at: string;
  readonly act: TermAct;
  /** Null: the system. */
  readonly actor: string | null;
  readonly reason: string | null;
  /** Of an extension: its duration in ISO 8601. */
  readonly by: string | null;
  /** Where the term ended before; null where it did not move. */
  readonly dueAtBefore: string | null;
  /** Where the term ends from then on. */
  readonly dueAt: string;
}

/** How a term stands: `lapsed` also where the unit kept the task and finished it later. */
export const termStates = ['running', 'paused', 'met', 'lapsed', 'ended'] as const;

export type TermState = (typeof termStates)[number];

/** A term by the rule that applied, with everything that happened to it. */
export interface CountedTerm {
  /** Id of the timer event in its diagram. */
  readonly elementId: string;
  /** In ISO 8601; null for a fixed instant. */
  readonly duration: string | null;
  readonly calendarId: string | null;
  readonly startedAt: string;
  readonly warnAt: string | null;
  readonly dueAt: string;
  readonly state: TermState;
  readonly endedAt: string | null;
  readonly entries: readonly TermEntry[];
}

/** A term of a case as people read it. */
export interface LedgerTerm extends CountedTerm {
  readonly id: string;
  /** `contact`: until when the resident is to be spoken to first; `step`: of the task that it names. */
  readonly kind: 'step' | 'contact';
  readonly step: string | null;
  readonly unit: string | null;
  /** Who has the task, or finished it. */
  readonly holder: string | null;
  /** The diagram whose rule applied; null for the first contact. */
  readonly definition: { readonly key: string; readonly name: string; readonly version: number } | null;
  /** Name of the calendar by which it is counted. */
  readonly calendar: string | null;
  /** Whether its days are working days. */
  readonly workingTime: boolean;
  /** What was left when it ended, or is now, in the time of its calendar; null while it stands. */
  readonly left: string | null;
}
