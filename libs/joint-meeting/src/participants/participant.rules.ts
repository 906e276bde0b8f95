import type { MeetingStage, Participant, Quorum } from './participant.js';

/** What is kept of a meeting about its course. */
export interface MeetingCourse {
  readonly openedAt: Date | null;
  readonly signBy: Date | null;
  readonly issuedAt: Date | null;
}

/** How far a meeting is. */
export function stageOf({ openedAt, signBy, issuedAt }: MeetingCourse): MeetingStage {
  if (issuedAt) return 'issued';
  if (signBy) return 'signing';
  return openedAt ? 'sitting' : 'called';
}

/** More than half of the units must be there; a default of the product. */
export function quorumOf(participants: readonly Pick<Participant, 'present'>[]): Quorum {
  const invited = participants.length;
  const present = participants.filter((each) => each.present === true).length;
  const needed = invited === 0 ? 0 : Math.floor(invited / 2) + 1;
  return { invited, present, needed, reached: present >= needed };
}

/** What a unit says of the minutes: its word, or its silence once the time is over. */
export function stanceOf(
  kept: 'agreed' | 'dissent' | null,
  signBy: Date | null,
  now: Date,
): 'agreed' | 'dissent' | 'silent' | null {
  return kept ?? (signBy && signBy <= now ? 'silent' : null);
}
