/** What makes a desk quick: news as it comes. */
export const desk = {
  fresh: (n: number) => `有 ${n} 条新办件，点此刷新`,
  changed: '列表有变化，点此刷新',
};
