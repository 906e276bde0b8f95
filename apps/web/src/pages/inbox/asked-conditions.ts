import type { InboxConditions } from '../../api/model.js';

type Light = NonNullable<InboxConditions['light']>[number];

const lights: readonly Light[] = ['green', 'yellow', 'red', 'paused'];

/** What a link asks for instead of how the box is usually filtered; undefined where it asks for nothing. */
export function askedConditions(search: URLSearchParams): InboxConditions | undefined {
  const light = search.getAll('light').filter((each): each is Light => lights.some((known) => known === each));
  const from = /^\d{4}-\d{2}-\d{2}$/u.exec(search.get('from') ?? '')?.[0];
  if (light.length === 0 && from === undefined) return undefined;
  return { ...(light.length > 0 && { light }), ...(from !== undefined && { from }) };
}

/** The same as parts of an address. */
export function addressOf({ light = [], from }: InboxConditions): [name: string, value: string][] {
  return [
    ...light.map((each): [string, string] => ['light', each]),
    ...(from ? [['from', from] as [string, string]] : []),
  ];
}
