import { pageWords } from '../../messages/page-words.js';

const words = pageWords.ledger;

/** `P3D` as `3 个工作日`; a duration that mixes units is shown as it is. */
export function termLength(duration: string, workingTime: boolean): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D|T(?:(\d+)H|(\d+)M))$/u.exec(duration) ?? [];
  if (days !== undefined) return words.days(Number(days), workingTime);
  if (hours !== undefined) return words.hours(Number(hours), workingTime);
  return minutes === undefined ? duration : words.minutes(Number(minutes));
}
