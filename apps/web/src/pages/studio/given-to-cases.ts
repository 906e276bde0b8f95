/** Variables that every case has from intake. */
export const givenToCases: ReadonlySet<string> = new Set([
  'station',
  'street',
  'category',
  'kind',
  'urgency',
  'precedent',
]);
