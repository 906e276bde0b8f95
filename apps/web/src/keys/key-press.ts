import type { Key } from './keys.js';

/** What of a press of a key counts here. */
interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The character that somebody means: where an input method for Chinese is switched on, browsers tell only which key it
 * was. Undefined for a chord, which belongs to the browser or to a screen reader.
 */
export function characterOf({ key, code, altKey, ctrlKey, metaKey, isComposing }: KeyPress): string | undefined {
  if (altKey || ctrlKey || metaKey || isComposing) return undefined;
  if (key !== 'Process') return key.length === 1 ? key.toLowerCase() : key;
  return /^Key([A-Z])$/u.exec(code)?.[1]?.toLowerCase() ?? /^Digit(\d)$/u.exec(code)?.[1];
}

/**
 * What a character means after another one.
 *
 * @param known the keys that mean something here
 * @param before what was typed just before and began something
 * @returns the keys that are meant, or what to remember for the next character
 */
export function meaningOf(
  known: readonly Key[],
  character: string,
  before: string | undefined,
): { readonly meant: readonly Key[]; readonly begun: string | undefined } {
  const typed = before === undefined ? character : `${before} ${character}`;
  const meant = known.filter(({ keys }) => keys === typed);
  if (meant.length > 0) return { meant, begun: undefined };
  if (known.some(({ keys }) => keys.startsWith(`${typed} `))) return { meant, begun: typed };
  return before === undefined ? { meant, begun: undefined } : meaningOf(known, character, undefined);
}
