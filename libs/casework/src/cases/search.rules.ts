/** How much of a long letter is searchable, in characters; the rest is read, not looked up. */
const searchedText = 500;

/** What a search looks at, in the form in which it is compared. */
function searchable(parts: readonly (string | null | undefined)[]): string {
  return parts.map((part) => plain(part ?? '')).join('\n');
}

/**
 * Terms of a case for the index: every pair of neighbouring characters, because two is the usual length of a Chinese
 * word and a trigram index cannot find it; of the title single characters too.
 */
export function searchTerms(content: { code: string; title: string; address?: string | null; text: string }): string[] {
  const whole = searchable([content.code, content.title, content.address, content.text.slice(0, searchedText)]);
  return [...new Set([...pairs(whole), ...plain(content.title)])];
}

/** Terms that a case must have to contain the query; none: the query is blank. */
export function queryTerms(query: string): string[] {
  const text = plain(query);
  const characters = [...text];
  return characters.length <= 1 ? characters : [...new Set(pairs(text))];
}

function pairs(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const characters = [...line];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');
}
