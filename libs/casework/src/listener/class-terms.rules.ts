import type { StepRecord } from '@lianban/engine';
import type { CaseChange } from '../cases/case.sql.js';
import { closingNeeds } from '../service-record/service-record.js';

/** Counts a duration of ISO 8601 in a calendar, as the engine does. */
export type AddDuration = (calendarId: string, from: string, duration: string) => string;

/**
 * What the class of a request says beside the terms of its tasks, when its process begins: until when the resident is
 * to be spoken to, and what closing needs. The diagram computes it into its variable `terms`; without that there is
 * neither.
 */
export function classTermsOf(
  { state, at }: Pick<StepRecord, 'state' | 'at'>,
  addDuration: AddDuration,
): Pick<CaseChange, 'contact' | 'closingNeeds'> {
  const terms = state.elements[state.root]?.variables?.['terms'];
  if (typeof terms !== 'object' || terms === null || Array.isArray(terms)) return {};
  const { contact: duration, contactCalendar: calendarId, needs } = terms as Readonly<Record<string, unknown>>;
  const timed = typeof duration === 'string' && typeof calendarId === 'string';
  return {
    contact: timed
      ? { dueAt: new Date(addDuration(calendarId, at.toISOString(), duration)), calendarId, duration, since: at }
      : undefined,
    closingNeeds: Array.isArray(needs) ? closingNeeds.filter((need) => needs.includes(need)) : undefined,
  };
}
