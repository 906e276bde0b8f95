import type { InboxConditions, Light } from '../../api/model.js';

/** The lights of a term, the most pressing first. */
export const lights: readonly Light[] = ['red', 'yellow', 'green', 'paused'];

/** What a link asks for instead of how the box is usually filtered; undefined where it asks for nothing. */
export function askedConditions(search: URLSearchParams): InboxConditions | undefined {
  const light = search.getAll('light').filter((each): each is Light => lights.some((known) => known === each));
  const from = /^\d{4}-\d{2}-\d{2}$/u.exec(search.get('from') ?? '')?.[0];
  if (light.length === 0 && from === undefined) return undefined;
  return { ...(light.length > 0 && { light }), ...(from !== undefined && { from }) };
}

/** The same as parts of an address, with what is searched for. */
export function addressOf({ light = [], from = '' }: InboxConditions, q: string): [name: string, value: string][] {
  const parts: [string, string][] = [
    ...light.map((each): [string, string] => ['light', each]),
    ['from', from],
    ['q', q],
  ];
  return parts.filter(([, value]) => value !== '');
}
