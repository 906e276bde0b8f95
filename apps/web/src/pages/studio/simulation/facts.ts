import type { StudioNames } from '../panel/panel-props.js';
import type { GivenValues } from './asked-values.js';

/** What a made-up case begins with, as far as it is asked for: the first units, a category that is used, a usual term. */
export function factsFor({ units }: Pick<StudioNames, 'units'>): GivenValues {
  const first = (kind: string) => units.find((unit) => unit.kind === kind)?.id ?? '';
  const category = 'environment.noise';
  return { station: first('station'), street: first('street'), category, unit: first('department'), days: 3 };
}
