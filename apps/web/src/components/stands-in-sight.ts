/**
 * Whether something is in sight by the last of what an observer tells of it. A busy page hears of several changes at
 * once: what stood out of sight first and in sight then would never be heard of again, as long as it stays there.
 */
export function standsInSight(news: readonly Pick<IntersectionObserverEntry, 'isIntersecting'>[]): boolean {
  return news[news.length - 1]?.isIntersecting ?? false;
}
