import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManualClock, newId } from '@lianban/platform';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';
import type { AccountDraft } from './account.service.js';

describe('AccountService', () => {
  let identity: IdentityDatabase;

  beforeAll(async () => {
    identity = await openIdentityDatabase(new ManualClock('2026-03-02T01:00:00.000Z'));
  });

  afterAll(async () => await identity?.test.drop());

  it('opens an account that may do nothing yet, with an argon2id hash', async () => {
    const account = await create({ username: 'Wang-Wu' });

    expect(account).toMatchObject({ username: 'wang-wu', displayName: '王五', disabledAt: null });
    expect(account.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await identity.accounts.find(account.id)).toEqual(account);
    expect(await identity.principals.find(account.id)).toMatchObject({ roles: [], units: [], grants: [] });
  });

  it('refuses a taken name in any case, a malformed one, and a weak password', async () => {
    await create({ username: 'taken' });

    await expect(create({ username: 'TAKEN' })).rejects.toMatchObject({ code: 'username-taken', kind: 'conflict' });
    await expect(create({ username: '王五' })).rejects.toMatchObject({ code: 'username-invalid', kind: 'invalid' });
    await expect(create({ username: 'weak', password: 'weak' })).rejects.toMatchObject({
      code: 'password-weak',
      fields: [{ field: 'password' }, { field: 'password' }, { field: 'password' }],
    });
  });

  it('names many accounts at once and leaves out unknown ids', async () => {
    const one = await create({ username: 'named-1', displayName: '甲' });
    const two = await create({ username: 'named-2', displayName: '乙' });

    const names = await identity.accounts.namesOf([one.id, two.id, one.id, newId()]);

    expect(names).toEqual(new Map([[one.id, '甲'], [two.id, '乙']])); // prettier-ignore
    expect(await identity.accounts.namesOf([])).toEqual(new Map());
  });

  it('refuses to disable or to change what does not exist', async () => {
    const { database } = identity.test;
    const unknown = { code: 'account-unknown', kind: 'not-found' };

    await expect(
      database.transaction(async (tx) => await identity.accounts.disable(tx, newId())),
    ).rejects.toMatchObject(unknown);
    await expect(
      database.transaction(
        async (tx) => await identity.accounts.setPassword(tx, newId(), 'Minsheng-2026', { changeNeeded: true }),
      ),
    ).rejects.toMatchObject(unknown);
  });

  async function create(draft: Partial<AccountDraft>) {
    const complete = { username: 'wang', displayName: '王五', password: 'Minsheng-2026', ...draft };
    return await identity.test.database.transaction(async (tx) => await identity.accounts.create(tx, complete));
  }
});
