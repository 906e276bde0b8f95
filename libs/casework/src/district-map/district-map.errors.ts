import { DomainError } from '@lianban/platform';
import type { MapFlaw } from './district-map.rules.js';

/** What was put in cannot be drawn as the outline of the district. */
export function mapRefused({ why, said }: MapFlaw): DomainError {
  return new DomainError({
    code: 'map-refused',
    kind: 'unprocessable',
    message: `The file cannot be the outline of the district: ${why}; mend the file and put it in again.`,
    fields: [{ field: 'map', message: said }],
  });
}
