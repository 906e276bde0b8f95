import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccountService } from '@lianban/identity';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { Claimants } from './claimants.service.js';

describe('where a task goes that nobody can claim', () => {
  let world: CaseworkWorld;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await openCaseworkWorld();
    for (const name of ['clerk', 'station-head', 'clerk3']) ids[name] = (await world.person(name)).accountId;
    await world.database.transaction((tx) => world.get(AccountService).disable(tx, ids['clerk'] ?? ''));
  });

  afterAll(async () => await world?.close());

  it.each([
    ['of whom it names one is there', ['person:clerk', 'person:station-head'], 'station-1-1', undefined],
    ['that is for a unit', ['unit:station-1-1'], 'station-1-1', undefined],
    ['that names only who has left', ['person:clerk'], 'station-1-1', 'station-1-1 person:station-head'],
    ['that names only who has left, of no unit', ['person:clerk'], null, 'office-general person:general'],
    ['that names only who has left, where nobody is the head', ['person:clerk'], 'station-1-2', 'station-1-2 unit'],
  ])('one %s', async (_, pools, unitId, expected) => {
    expect(await elsewhere({ pools, unitId, recused: [] })).toEqual(expected);
  });

  it('one whose people all step aside goes to the street', async () => {
    const head = ids['station-head'] ?? '';
    const named = { pools: ['person:station-head'], unitId: 'station-1-1', recused: [head] };
    expect(await elsewhere(named)).toBe('street-1 unit');
    const whole = { pools: ['unit:station-1-2'], unitId: 'station-1-2', recused: [ids['clerk3'] ?? ''] };
    expect(await elsewhere(whole)).toBe('street-1 unit');
  });

  async function elsewhere(step: { pools: string[]; unitId: string | null; recused: string[] }) {
    const offer = await world.database.transaction((tx) =>
      world.get(Claimants).elsewhere({ ...step, properties: {} }, tx),
    );
    if (!offer) return undefined;
    const [first = ''] = offer.pools;
    const [kind, id] = first.split(':');
    const name = kind === 'unit' ? 'unit' : `person:${await usernameOf(id ?? '')}`;
    return `${offer.unit.id} ${name}`;
  }

  async function usernameOf(id: string): Promise<string> {
    const account = await world.get(AccountService).find(id);
    return account?.username ?? id;
  }
});
