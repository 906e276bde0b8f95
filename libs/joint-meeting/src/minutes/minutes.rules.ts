import type { MeetingView } from '../meetings/meeting.js';

/** What a wording may name in braces. */
export const placeholders = [
  'title',
  'time',
  'place',
  'calledBy',
  'invited',
  'present',
  'topics',
  'decided',
  'leads',
] as const;

/** The facts of a meeting by placeholder. */
export type MinutesFacts = Readonly<Record<(typeof placeholders)[number], string>>;

/** Names in braces that no fact has. */
export function unknownPlaceholders(text: string): string[] {
  const known = new Set<string>(placeholders);
  return [...text.matchAll(/\{(\w*)\}/gu)].flatMap(([whole, name = '']) => (known.has(name) ? [] : [whole]));
}

/** A wording with the facts in it. */
export function filled(text: string, facts: MinutesFacts): string {
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) =>
    Object.hasOwn(facts, name) ? facts[name as keyof MinutesFacts] : whole,
  );
}

/** What a wording can name of a meeting. @param time as people read it */
export function factsOf({ title, place, calledBy, quorum, agenda, decided }: MeetingView, time: string): MinutesFacts {
  const leads = agenda.flatMap(({ decision }) => (decision?.lead == null ? [] : [decision.lead]));
  return {
    title,
    time,
    place,
    calledBy,
    invited: String(quorum.invited),
    present: String(quorum.present),
    topics: String(agenda.length),
    decided: String(decided),
    leads: [...new Set(leads)].join('、'),
  };
}
