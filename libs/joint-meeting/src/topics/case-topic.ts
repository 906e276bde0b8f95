import type { KeptDecision } from '../meetings/meeting.js';

/** A case on the agenda of a meeting, or on its way there. */
export interface CaseTopic {
  readonly id: string;
  readonly reasonName: string;
  readonly units: readonly string[];
  /** `postponed`: this meeting put it off to a later one. */
  readonly state: 'queued' | 'scheduled' | 'decided' | 'lapsed' | 'withdrawn' | 'postponed';
  readonly queuedAt: string;
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly at: string;
    readonly place: string;
  } | null;
  readonly decision: Pick<KeptDecision, 'outcome' | 'lead' | 'helpers' | 'opinion' | 'by'> | null;
  readonly decidedAt: string | null;
  /** Why it was put off. */
  readonly postponed: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly closingNote: string | null;
}
