import type { StatisticsSettings } from './statistics-settings.js';

/** What statistics are counted by in a fresh installation. */
export const statisticsSettingsSeed: StatisticsSettings = {
  calendar: 'working-days',
  ranking: {
    shown: true,
    kinds: ['street', 'station', 'department'],
    weights: { 'closing-in-time': 40, satisfaction: 30, solution: 30 },
    fewest: 10,
  },
  weakTopics: { fewest: 10 },
  signing: { days: 1 },
  hotMatters: { days: 30, fewest: 3, likeness: 0.3 },
};
