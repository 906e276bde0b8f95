/** By how long they have stood historic matters are counted, as a fresh installation has it; each from so many years on. */
export const historicAgeSeeds: readonly { readonly code: string; readonly name: string; readonly years: number }[] = [
  { code: 'from-0', name: '不满 1 年', years: 0 },
  { code: 'from-1', name: '1 至 3 年', years: 1 },
  { code: 'from-3', name: '3 至 5 年', years: 3 },
  { code: 'from-5', name: '5 至 10 年', years: 5 },
  { code: 'from-10', name: '10 年以上', years: 10 },
];
