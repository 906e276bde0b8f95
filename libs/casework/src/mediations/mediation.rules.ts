import { maskName } from '@lianban/identity';
import type { FieldError } from '@lianban/platform';
import type { Agreement, MediationView } from './mediation.js';

/** A text in which the parties are named, with their names masked. A name of one character may be any word. */
export function withoutNames(text: string, parties: readonly string[]): string {
  const names = parties.filter((name) => [...name].length > 1).sort((a, b) => b.length - a.length);
  return names.reduce((told, name) => told.replaceAll(name, maskName(name)), text);
}

/** A mediation as it may be shown. */
export function maskedMediation(kept: MediationView): MediationView {
  const { parties, agreement, duties } = kept;
  return {
    ...kept,
    parties: parties.map(maskName),
    agreement: agreement === null ? null : withoutNames(agreement, parties),
    duties: duties.map((duty) => ({ ...duty, what: withoutNames(duty.what, parties) })),
  };
}

/** What is wrong with what the parties are to do. @param today as YYYY-MM-DD */
export function dutyProblems(duties: Agreement['duties'], parties: number, today: string): FieldError[] {
  return duties.flatMap(({ party, by }, index) => [
    ...(party >= parties ? [{ field: `duties.${index}.party`, message: '没有这一方当事人' }] : []),
    ...(by < today ? [{ field: `duties.${index}.by`, message: '不能早于今天' }] : []),
  ]);
}
