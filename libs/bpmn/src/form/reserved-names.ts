/** Variables that the product itself sets, never people. */
export const reservedNames: ReadonlySet<string> = new Set(['case', 'receivedAt', 'outcome', 'returned', 'returns']);
