/** What volunteers can do, as a fresh installation has it. */
export const volunteerSkillSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'repair', name: '水电小修' },
  { code: 'digital', name: '电脑手机帮教' },
  { code: 'care', name: '陪伴照料' },
  { code: 'errand', name: '跑腿代购' },
  { code: 'mediation', name: '邻里调解' },
  { code: 'environment', name: '环境卫生' },
  { code: 'advice', name: '政策法律咨询' },
];

/** Kinds of requests that may be offered to volunteers in a fresh installation: none in which somebody is complained of. */
export const mutualAidKindSeeds: readonly string[] = ['consult', 'help', 'suggestion', 'hazard'];
