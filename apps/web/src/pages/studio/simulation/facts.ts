import type { StudioNames } from '../panel/panel-props.js';

/** What a made-up case begins with: the first station and street, and a category that is used. */
export function factsFor({ units }: Pick<StudioNames, 'units'>): Readonly<Record<string, string>> {
  const first = (kind: string) => units.find((unit) => unit.kind === kind)?.id ?? '';
  return { station: first('station'), street: first('street'), category: 'environment.noise' };
}
