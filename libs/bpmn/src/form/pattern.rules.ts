/** Longer ones nobody can read. */
const longest = 200;
/** Characters of a text that is checked by a pattern, at most. */
export const longestMatched = 200;
/** Ways of reading one text that may be tried; so many take about a second. */
const mostWays = 100_000_000;

/** Escapes and classes, each one character of the text; from the left in one go, as `\[` begins no class. */
const characters = /\\[^1-9k]|\[(?:\\.|[^\]\\])*\]/gu;
/** What says the kind of a group, and that little is taken first: neither offers a choice. */
const kinds = /(?<=\()\?(?:<?[=!]|:|<[^>]+>)|(?<=[*+?}])\?/gu;

/**
 * Why a pattern cannot be used; undefined when it can. A group that repeats must neither repeat within nor offer a
 * choice, and all choices together must leave few ways: on some texts a pattern takes for ever otherwise, and it would
 * hold up the server.
 */
export function patternFault(pattern: string): 'too-long' | 'syntax' | 'slow' | undefined {
  if (pattern.length > longest) return 'too-long';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'syntax';
  }
  const plain = pattern.replaceAll(characters, 'x').replaceAll(kinds, '');
  return plain.includes('\\') || waysOf(plain) > mostWays ? 'slow' : undefined;
}

/** In how many ways a pattern without its classes and escapes may read a text, at most. */
function waysOf(pattern: string): number {
  let ways = 1;
  let repetitions = pattern.startsWith('^') ? 0 : 1; // it is tried from each place
  let here = { choice: false, branches: 1 };
  const around: (typeof here)[] = [];
  for (const { 0: sign, index } of pattern.matchAll(/[()|?*+]|\{\d+,?\d*\}/gu)) {
    if (sign === '(') {
      around.push(here);
      here = { choice: false, branches: 1 };
    } else if (sign === ')') {
      if (here.choice && '*+{'.includes(pattern[index + 1] ?? '^')) return Infinity;
      ways *= here.branches;
      here = { ...(around.pop() ?? here), ...(here.choice && { choice: true }) };
    } else {
      here.choice = true;
      if (sign === '|') here.branches += 1;
      else if (sign === '?') ways *= 2;
      else if (!/^\{\d+\}$/u.test(sign)) repetitions += 1;
    }
  }
  if (here.branches > 1) repetitions += 1; // what stands at its front holds for its first branch only
  for (let nth = 1; nth <= repetitions; nth += 1) ways *= (longestMatched + nth) / nth;
  return ways * here.branches;
}
