import { byTopic, fourDigits, rateRules, ratesOf, totalOf } from './rates.rules.js';
import type { TopicFates } from './statistics.sql.js';
import type { WeakTopic } from './statistics.js';

const most = 20;
/** Tasks are not counted by topic. */
const looked = rateRules.filter(({ code }) => code !== 'claiming');

/**
 * Topics that do worse than all topics together, by each rate whose denominator is large enough; the worst first. Cases
 * that are left out count on neither side.
 */
export function weakTopicsOf(fates: readonly TopicFates[], fewest: number): WeakTopic[] {
  const left = fates.filter(({ excluded }) => !excluded);
  const means = new Map(ratesOf(totalOf(left), looked).map(({ code, rate }) => [code, rate]));
  const better = new Map(looked.map((rule) => [rule.code, rule.better]));
  const found = byTopic(left).flatMap((same) => {
    const [{ code: topicCode, name: topic }] = same;
    return ratesOf(totalOf(same), looked).flatMap((each): WeakTopic[] => {
      const mean = means.get(each.code) ?? null;
      if (each.rate === null || mean === null || each.denominator < fewest) return [];
      const difference = fourDigits(better.get(each.code) === 'low' ? each.rate - mean : mean - each.rate);
      return difference > 0 ? [{ ...each, topicCode, topic, mean, difference }] : [];
    });
  });
  return found.sort((a, b) => b.difference - a.difference || (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, most);
}

function keyOf({ topicCode, code }: WeakTopic): string {
  return `${topicCode} ${code}`;
}
