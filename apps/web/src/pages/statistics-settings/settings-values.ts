import type { StatisticsSettings } from '../../api/model.js';

/** The settings as the form has them: likeness in percent, a weight for every rate, and the grounds. */
export interface SettingsValues extends Omit<StatisticsSettings, 'hotMatters' | 'ranking'> {
  readonly ranking: Omit<StatisticsSettings['ranking'], 'weights'> & { readonly weights: typeof none };
  readonly hotMatters: Omit<StatisticsSettings['hotMatters'], 'likeness'> & { readonly percent: number };
  readonly note: string;
}

const none = {
  closing: 0,
  'closing-in-time': 0,
  satisfaction: 0,
  solution: 0,
  'first-time': 0,
};

/** Codes of the rates that can be weighed, in the order of the form. */
export const weighable = Object.keys(none) as (keyof typeof none)[];

/** What the form begins with. */
export function valuesOf({ hotMatters: { likeness, ...hot }, ranking, ...rest }: StatisticsSettings): SettingsValues {
  return {
    ...rest,
    ranking: { ...ranking, weights: { ...none, ...ranking.weights } },
    hotMatters: { ...hot, percent: Math.round(likeness * 100) },
    note: '',
  };
}

/** Whether a composite can be made of the weights. */
export function canWeigh({ ranking }: SettingsValues): boolean {
  return Object.values(ranking.weights).some((weight) => weight > 0);
}

/** What is decided by what the form has. @param version of the decision from which the form began */
export function changeOf({ hotMatters: { percent, ...hot }, note, ...rest }: SettingsValues, version: number) {
  return { version, value: { ...rest, hotMatters: { ...hot, likeness: percent / 100 } }, note };
}
