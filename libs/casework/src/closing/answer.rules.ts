/** A mobile telephone or identity number as people write them in mainland China; a fixed line is an office's. */
const numbers = /(?<!\d)(?:1[3-9]\d(?:[\s-]?\d{4}){2}|\d{17}[\dXx])(?!\d)/gu;

/**
 * Mobile and identity numbers in a reply that the resident did not give themselves: the reply can be read by whoever
 * holds the receipt, so that nothing personal of others may stand in it (Personal Information Protection Law art. 25).
 */
export function foreignNumbersIn(reply: string, residentPhone: string | null): readonly string[] {
  const own = digitsOf(residentPhone ?? '');
  return [...reply.normalize('NFKC').matchAll(numbers)]
    .map(([found]) => found)
    .filter((found) => digitsOf(found) !== own);
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[^\dXx]/gu, '');
}
