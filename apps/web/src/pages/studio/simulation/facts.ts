import type { StudioNames } from '../panel/panel-props.js';

/** What a made-up case starts with, as JSON: of the first station and street, with a category that is used. */
export function factsFor({ units }: Pick<StudioNames, 'units'>): string {
  const first = (kind: string) => units.find((unit) => unit.kind === kind)?.id ?? '';
  return JSON.stringify({ station: first('station'), street: first('street'), category: 'environment.noise' }, null, 1);
}
