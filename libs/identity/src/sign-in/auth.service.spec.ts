import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';
import { csrfTokenFits } from './secrets.js';

const password = 'Minsheng-2026';
const minute = 60_000;
const hour = 60 * minute;
const refused = expect.objectContaining({ code: 'sign-in-failed', kind: 'unauthenticated' });
const locked = expect.objectContaining({ code: 'sign-in-locked', kind: 'unauthenticated' });

describe('AuthService', () => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  let identity: IdentityDatabase;

  beforeAll(async () => {
    identity = await openIdentityDatabase(clock);
  });

  afterAll(async () => await identity?.test.drop());

  describe('sign-in', () => {
    it('gives the person with roles, permissions and units', async () => {
      const accountId = await person('wang', { roleCode: 'station-clerk', unitId: 'station-1-1' });

      const principal = await identity.auth.signIn(' Wang ', password, { ip: '10.0.0.1' });

      expect(principal).toMatchObject({ accountId, username: 'wang', displayName: '某某', roles: ['station-clerk'] });
      expect(principal.units).toMatchObject([{ id: 'station-1-1', post: '办事员', kind: 'station' }]);
      expect(principal.permissions.has('task.handle')).toBe(true);
      expect(principal.permissions.has('case.read')).toBe(true);
      expect(principal.permissions.has('audit.read')).toBe(false);
      expect(identity.access.unitScope(principal, 'case.read')).toMatchObject({
        paths: ['/district/street-1/station-1-1/'],
      });
    });

    it('answers an unknown name, a wrong password and a disabled account alike', async () => {
      const gone = await person('gone');
      await identity.test.database.transaction(async (tx) => await identity.accounts.disable(tx, gone));
      await person('li');

      const attempts = [
        ['nobody', password],
        ['li', 'wrong'],
        ['gone', password],
        ['', ''],
        ['a\0b', 'x'],
        ['li', '\0'],
      ];
      const errors = await Promise.all(
        attempts.map(
          async ([name = '', typed = '']) => await identity.auth.signIn(name, typed).catch((error: Error) => error),
        ),
      );

      expect(errors).toEqual(attempts.map(() => refused));
      expect(new Set(errors.map((error) => (error as Error).message)).size).toBe(1);
    });

    it('works as long for an unknown name as for a wrong password', async () => {
      await person('slow');
      const known: number[] = [];
      const unknown: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        known.push(await timeOf('slow'));
        unknown.push(await timeOf(`nobody-${round}`));
      }

      // Without the decoy an unknown name answers in a few per cent of the time.
      expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
    });

    it('locks a name after 5 failures for 30 minutes, known or not, and then forgets', async () => {
      await person('zhao');
      for (const name of ['zhao', 'stranger']) {
        await fail(name, 5);
        await expect(identity.auth.signIn(name, password)).rejects.toEqual(locked);
      }
      clock.advanceBy(30 * minute - 1);
      await expect(identity.auth.signIn('zhao', password)).rejects.toEqual(locked);

      clock.advanceBy(1);

      expect((await identity.auth.signIn('zhao', password)).username).toBe('zhao');
      await fail('zhao', 4);
      expect((await identity.auth.signIn('zhao', password)).username).toBe('zhao');
      await fail('zhao', 4);
      clock.advanceBy(30 * minute);
      await fail('zhao', 4);
      expect((await identity.auth.signIn('zhao', password)).username).toBe('zhao');
    });

    it('lets nobody through who guesses many times at once', async () => {
      await person('rush');
      const guesses = Array.from({ length: 24 }, (_, index) => `guess-${index}`);

      // All pass the first check before anybody has failed; the right one comes last and finds the name locked.
      const attempts = [...guesses, password].map(async (guess) => await identity.auth.signIn('rush', guess));
      const outcomes = await Promise.allSettled(attempts);

      expect(outcomes.at(-1)).toEqual({ status: 'rejected', reason: locked });
      await expect(identity.auth.signIn('rush', password)).rejects.toEqual(locked);
    });

    it('lets programs sign in many times at once', async () => {
      await person('robot');

      const principals = await Promise.all(
        Array.from({ length: 8 }, async () => await identity.auth.signIn('robot', password)),
      );

      expect(new Set(principals.map((principal) => principal.username))).toEqual(new Set(['robot']));
    });

    it('records who came in and who did not, and no name that is no account', async () => {
      const accountId = await person('qian');
      await identity.auth.signIn('qian', password, { ip: '10.0.0.9' });
      await fail('qian', 1);
      await fail('my-secret-typed-as-name', 1);

      const trail = await identity.test.database.query<Record<string, unknown>>({
        text: `SELECT action, result, actor_name, subject_id, ip FROM identity.audit_entry
               WHERE stream = 'sign-in' ORDER BY seq DESC LIMIT 3`,
      });

      expect(trail.reverse()).toEqual([
        { action: 'signed-in', result: 'done', actor_name: '某某', subject_id: null, ip: '10.0.0.9' },
        { action: 'sign-in-failed', result: 'failed', actor_name: null, subject_id: accountId, ip: null },
        { action: 'sign-in-failed', result: 'failed', actor_name: null, subject_id: null, ip: null },
      ]);
      const [all] = await identity.test.database.query<{ text: string }>({
        text: `SELECT string_agg(audit_entry::text, '') AS text FROM identity.audit_entry`,
      });
      expect(all?.text).not.toContain('my-secret');
      expect(await identity.audit.verify('sign-in')).toMatchObject({ intact: true });
    });
  });

  describe('tokens', () => {
    it('stand for the person for 8 hours', async () => {
      const principal = await signedIn('token');

      const { accessToken, expiresIn } = await identity.auth.issueToken(principal);

      expect(expiresIn).toBe(28_800);
      expect(await identity.auth.principalOfToken(accessToken)).toEqual(principal);
      expect(await identity.auth.principalOfToken('wrong')).toBeUndefined();
      expect(await identity.auth.principalOfSession(accessToken)).toBeUndefined();
      clock.advanceBy(8 * hour - 1);
      expect(await identity.auth.principalOfToken(accessToken)).toBeDefined();
      clock.advanceBy(1);
      expect(await identity.auth.principalOfToken(accessToken)).toBeUndefined();
    });

    it('are stored only as a hash', async () => {
      const principal = await signedIn('stored');
      const { accessToken } = await identity.auth.issueToken(principal);
      const { token } = await identity.auth.openSession(principal);

      const [stored] = await identity.test.database.query<{ text: string }>({
        text: `SELECT (SELECT string_agg(access_token::text, '') FROM identity.access_token)
                   || (SELECT string_agg(session::text, '') FROM identity.session) AS text`,
      });

      for (const secret of [accessToken, token]) {
        expect(stored?.text).not.toContain(secret);
        expect(stored?.text).not.toContain(Buffer.from(secret).toString('hex'));
      }
    });

    it('end with the sign-out, the account, and a new password', async () => {
      const one = await signedIn('ends');
      const tokens = await Promise.all([1, 2].map(async () => (await identity.auth.issueToken(one)).accessToken));
      const [first = '', second = ''] = tokens;
      await identity.auth.signOut(first);
      await identity.auth.signOut(first);
      expect(await identity.auth.principalOfToken(first)).toBeUndefined();
      expect(await identity.auth.principalOfToken(second)).toBeDefined();

      await identity.test.database.transaction(
        async (tx) => await identity.accounts.setPassword(tx, one.accountId, 'Another-2026', { changeNeeded: true }),
      );

      expect(await identity.auth.principalOfToken(second)).toBeUndefined();
      expect((await identity.auth.signIn('ends', 'Another-2026')).accountId).toBe(one.accountId);
    });

    it('see a role that was taken away at once', async () => {
      const principal = await signedIn('fired', { roleCode: 'department-officer', unitId: 'dept-urban' });
      const { accessToken } = await identity.auth.issueToken(principal);
      const order = { accountId: principal.accountId, roleCode: 'department-officer', unitId: 'dept-urban', by: null };
      await identity.test.database.transaction(async (tx) => await identity.grants.revoke(tx, order));

      const now = await identity.auth.principalOfToken(accessToken);

      expect(now?.roles).toEqual([]);
      expect(now && identity.access.can(now, 'case.read')).toBe(false);
    });
  });

  describe('sessions', () => {
    it('end after 30 idle minutes, but not while they are used', async () => {
      const principal = await signedIn('idle');
      const { token } = await identity.auth.openSession(principal);
      for (let visit = 0; visit < 4; visit += 1) {
        clock.advanceBy(29 * minute);
        expect(await identity.auth.principalOfSession(token)).toEqual(principal);
      }

      clock.advanceBy(30 * minute);

      expect(await identity.auth.principalOfSession(token)).toBeUndefined();
    });

    it('end after 12 hours however busy they are', async () => {
      const { token, expiresAt } = await identity.auth.openSession(await signedIn('busy'));
      const opened = clock.now().getTime();
      expect(expiresAt.getTime()).toBe(opened + 12 * hour);
      for (let visit = 1; visit < 36; visit += 1) {
        clock.advanceTo(new Date(opened + visit * 20 * minute));
        expect(await identity.auth.principalOfSession(token)).toBeDefined();
      }

      clock.advanceTo(expiresAt);

      expect(await identity.auth.principalOfSession(token)).toBeUndefined();
    });

    it('are told with where, when and by what they were opened, and end one by one or all others', async () => {
      const principal = await signedIn('many');
      const userAgent =
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
      const { token: here } = await identity.auth.openSession(principal, { ip: '10.0.0.7', userAgent });
      const others = await Promise.all([1, 2].map(async () => (await identity.auth.openSession(principal)).token));
      clock.advanceBy(2 * minute);
      await identity.auth.principalOfSession(here);

      const [current, other] = await identity.sessions.list(principal, here);

      expect(current).toMatchObject({ browser: 'Edge', system: 'Windows', ip: '10.0.0.7', current: true });
      expect(other).toMatchObject({ browser: null, current: false });
      const stranger = await signedIn('stranger-2');
      const unknown = { code: 'session-unknown' };
      await expect(identity.sessions.end(stranger, other?.id ?? '')).rejects.toMatchObject(unknown);
      await identity.sessions.end(principal, other?.id ?? '');
      await expect(identity.sessions.end(principal, other?.id ?? '')).rejects.toMatchObject(unknown);
      expect(await identity.sessions.list(principal, here)).toHaveLength(2);
      await identity.sessions.endOthers(principal, here);
      expect(await identity.sessions.list(principal, here)).toMatchObject([{ current: true }]);
      for (const token of others) expect(await identity.auth.endOfSession(token)).toBe('ended-by-owner');
      expect(await identity.auth.stillSignedIn([here, ...others])).toEqual(new Set([here]));
    });

    it('of administrators are one at a time, and the one that ended can ask why', async () => {
      const role = { roleCode: 'security-administrator', unitId: 'district' };
      const principal = await signedIn('single', role);
      const { token: first } = await identity.auth.openSession(principal);
      const { token: second } = await identity.auth.openSession(principal);

      expect(await identity.auth.principalOfSession(first)).toBeUndefined();
      expect(await identity.auth.endOfSession(first)).toBe('signed-in-elsewhere');
      expect(await identity.auth.endOfSession('unknown')).toBeUndefined();
      expect(await identity.auth.principalOfSession(second)).toBeDefined();
    });

    it('carry a CSRF token of their own', async () => {
      const principal = await signedIn('csrf');
      const [one, other] = [await identity.auth.openSession(principal), await identity.auth.openSession(principal)];

      expect(csrfTokenFits(one.token, one.csrfToken)).toBe(true);
      expect(csrfTokenFits(one.token, other.csrfToken)).toBe(false);
    });

    it('are swept away with tokens and failure counts once they have expired', async () => {
      clock.advanceBy(12 * hour);
      await identity.auth.removeExpired();
      const principal = await signedIn('swept');
      await identity.auth.openSession(principal);
      await identity.auth.issueToken(principal);
      await fail('sweep-me', 1);
      expect(await identity.auth.removeExpired()).toBe(0);

      clock.advanceBy(12 * hour);

      expect(await identity.auth.removeExpired()).toBe(3);
    });
  });

  async function person(username: string, role?: { roleCode: string; unitId: string }): Promise<string> {
    return await identity.test.database.transaction(async (tx) => {
      const { id } = await identity.accounts.create(tx, { username, displayName: '某某', password });
      if (!role) return id;
      await identity.memberships.add(tx, { accountId: id, unitId: role.unitId, post: '办事员' });
      await identity.grants.grant(tx, { accountId: id, ...role, by: null });
      return id;
    });
  }

  async function signedIn(username: string, role?: { roleCode: string; unitId: string }): Promise<Principal> {
    await person(username, role);
    return await identity.auth.signIn(username, password);
  }

  async function fail(username: string, times: number): Promise<void> {
    for (let attempt = 0; attempt < times; attempt += 1) {
      await expect(identity.auth.signIn(username, 'wrong')).rejects.toEqual(refused);
    }
  }

  async function timeOf(username: string): Promise<number> {
    const start = performance.now();
    await fail(username, 1);
    return performance.now() - start;
  }
});
