/** Kinds of campaigns, as a fresh installation has them: the four drives of the speeches, questions in public, and others. */
export const campaignKindSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'receive', name: '大接访' },
  { code: 'go-down', name: '大下访' },
  { code: 'call-back', name: '大回访' },
  { code: 'mediate', name: '大调解' },
  { code: 'tv', name: '电视问政' },
  { code: 'online', name: '网络互动' },
  { code: 'other', name: '其他' },
];

/** Codes of the channels whose cases need a campaign in a fresh installation. */
export const channelsOfCampaigns: readonly string[] = ['tv', 'online'];
