import { ReferenceLists, type ReferenceListView } from '@lianban/casework';
import type { DefaultWorld } from './default-world.js';

/** What an administrator changes of an entry; the rest stays as it is. */
interface Change {
  readonly values?: Readonly<Record<string, number | string>>;
  readonly active?: boolean;
  readonly note?: string;
  /** The version that they have seen; the present one where it is absent. */
  readonly version?: number;
}

/** Changes an entry of a list that administrators keep. */
export async function changeEntry(
  world: DefaultWorld,
  [key, code]: readonly [list: string, code: string],
  change: Change,
  username = 'sysadmin',
): Promise<ReferenceListView> {
  const lists = await world.get(ReferenceLists).all(await world.person('sysadmin'));
  const entry = lists.find((list) => list.key === key)?.entries.find((each) => each.code === code);
  const { name = '某项', position = 1, active = true, version = 0 } = entry ?? {};
  const draft = { name, position, active, version, values: {}, note: '督查办法', ...change };
  return await world.get(ReferenceLists).save(await world.person(username), key, code, draft);
}
