import { requireTitle, requireValue } from './letter-row.rules.js';
import { namedRows } from './read-letters.js';

/** A letter of which somebody said what it is about. */
export interface LabelledLetter {
  readonly title: string;
  readonly text: string;
  /** First level of its topic. */
  readonly label: string;
}

/** Column that says what a letter is about. */
export const labelColumn = 'level1';

/**
 * The letters of a CSV file with the columns title, text and level1. A letter that comes a second time is left out, or it
 * would be asked about after it was learnt. Throws `LetterFileError` at the first fault.
 */
export async function readLabelled(file: string): Promise<LabelledLetter[]> {
  const letters = new Map<string, LabelledLetter>();
  for await (const row of namedRows(file, ['title', 'text', labelColumn])) {
    const letter = { title: requireTitle(row.at('title')), text: row.at('text').value };
    const key = JSON.stringify(letter);
    if (!letters.has(key)) letters.set(key, { ...letter, label: requireValue(row.at(labelColumn)) });
  }
  return [...letters.values()];
}
