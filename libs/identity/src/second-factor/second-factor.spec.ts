import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { ManualClock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import type { PasskeyAnswer, PasskeyRequest } from '../passkeys/passkey-check.js';
import type { SignInSettings, SignInSettingsChange } from '../sign-in/sign-in-settings.js';
import { SoftAuthenticator } from '../testing/soft-authenticator.js';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';

const password = 'Minsheng-2026';
const minute = 60_000;
const hour = 60 * minute;
const refused = expect.objectContaining({ code: 'sign-in-failed', kind: 'unauthenticated' });
const codeWrong = expect.objectContaining({ code: 'second-factor-wrong', kind: 'unauthenticated' });
const locked = expect.objectContaining({ code: 'sign-in-locked', kind: 'unauthenticated' });

describe('what somebody signs in with', () => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  let identity: IdentityDatabase;

  beforeAll(async () => {
    identity = await openIdentityDatabase(clock);
  });

  afterAll(async () => await identity?.test.drop());

  describe('a second factor', () => {
    it('is asked for after the right password only, and a code of the app lets in once', async () => {
      const { secret } = await enrolled('two');
      await expect(identity.auth.signIn('two', 'wrong', { code: codeOf(secret) })).rejects.toEqual(refused);
      await expect(identity.auth.signIn('two', password)).rejects.toMatchObject({ code: 'second-factor-needed' });
      clock.advanceBy(minute);
      const code = codeOf(secret);

      const principal = await identity.auth.signIn('two', password, { code: `${code.slice(0, 3)} ${code.slice(3)}` });

      expect(principal).toMatchObject({ username: 'two', hasSecondFactor: true, due: ['password'] });
      await expect(identity.auth.signIn('two', password, { code })).rejects.toEqual(codeWrong);
      clock.advanceBy(30_000); // the code before, which a clock that is behind would still show, is used up with it
      await expect(identity.auth.signIn('two', password, { code })).rejects.toEqual(codeWrong);
      await expect(identity.auth.signIn('two', password, { code: codeOf(secret) })).resolves.toBeDefined();
    });

    it('takes the code of a clock that is half a minute off, and none of one that is further off', async () => {
      const { secret } = await enrolled('late');
      clock.advanceBy(hour);
      const before = (milliseconds: number) => codeOf(secret, new Date(clock.now().getTime() - milliseconds));

      await expect(identity.auth.signIn('late', password, { code: before(90_000) })).rejects.toEqual(codeWrong);
      await expect(identity.auth.signIn('late', password, { code: before(30_000) })).resolves.toBeDefined();
    });

    it('locks the name after 5 wrong codes, which a right password in between does not make forgotten', async () => {
      const { secret } = await enrolled('guessed');
      for (let guess = 0; guess < 5; guess += 1) {
        await expect(identity.auth.signIn('guessed', password, { code: `00000${guess}` })).rejects.toEqual(codeWrong);
        if (guess < 4) await expect(identity.auth.signIn('guessed', password)).rejects.toBeDefined();
      }

      clock.advanceBy(minute);
      await expect(identity.auth.signIn('guessed', password, { code: codeOf(secret) })).rejects.toEqual(locked);
    });

    it('checks no more than 5 of many codes that are sent at once', async () => {
      const { principal, secret } = await enrolled('stormed');
      clock.advanceBy(minute);
      const right = Number(codeOf(secret));
      const wrong = Array.from({ length: 12 }, (_, index) => `${(right + 7 + index) % 1_000_000}`.padStart(6, '0'));

      await Promise.allSettled(wrong.map(async (code) => await identity.auth.signIn('stormed', password, { code })));

      const [checked] = await identity.test.database.query<{ count: number }>({
        text: `SELECT count(*)::int FROM identity.audit_entry WHERE action = 'code-refused' AND subject_id = $1`,
        values: [principal.accountId],
      });
      expect(checked?.count).toBe(5);
    });

    it('gives ten recovery codes, each of which lets in once however it is typed, until new ones are given', async () => {
      const { principal, codes } = await enrolled('lost');
      const [one = '', two = '', three = ''] = codes;
      expect(new Set(codes).size).toBe(10);

      await identity.auth.signIn('lost', password, { code: one.replaceAll('-', ' ').toUpperCase() });
      await identity.auth.signIn('lost', password, { code: two });

      await expect(identity.auth.signIn('lost', password, { code: one })).rejects.toEqual(codeWrong);
      expect(await identity.factors.state(principal)).toMatchObject({ recoveryCodes: 8 });
      const renewed = await identity.factors.renewRecoveryCodes(await again('lost', three));
      await expect(identity.auth.signIn('lost', password, { code: codes[3] })).rejects.toEqual(codeWrong);
      await expect(identity.auth.signIn('lost', password, { code: renewed[3] })).resolves.toBeDefined();
    });

    it('is in force only once a code of it was given, and the former one until then', async () => {
      const principal = await signedIn('slowly');
      await expect(identity.factors.confirmTotp(principal, '000000')).rejects.toMatchObject({ code: 'totp-not-begun' });
      const { secret, uri } = await identity.factors.beginTotp(principal);
      expect(uri).toMatch(/^otpauth:\/\/totp\/Lianban:slowly\?/u);
      const wrong = identity.factors.confirmTotp(principal, codeOf(secret, new Date(0)));
      await expect(wrong).rejects.toMatchObject({ code: 'totp-code-wrong' });
      expect((await identity.auth.signIn('slowly', password)).hasSecondFactor).toBe(false);
      await identity.factors.confirmTotp(principal, codeOf(secret));

      await identity.factors.beginTotp(principal);

      clock.advanceBy(minute);
      await expect(again('slowly', codeOf(secret))).resolves.toMatchObject({ hasSecondFactor: true });
      await identity.factors.remove(principal);
      expect((await identity.auth.signIn('slowly', password)).hasSecondFactor).toBe(false);
    });

    it('is stored so that a copy of the database gives neither secret nor recovery codes', async () => {
      const { secret, codes } = await enrolled('copied');

      const [stored] = await identity.test.database.query<{ text: string }>({
        text: `SELECT (SELECT string_agg(totp::text, '') FROM identity.totp)
                   || (SELECT string_agg(recovery_code::text, '') FROM identity.recovery_code) AS text`,
      });

      for (const told of [secret, ...codes]) {
        expect(stored?.text).not.toContain(told);
        expect(stored?.text).not.toContain(Buffer.from(told).toString('hex'));
      }
      const { database } = identity.test;
      const copy = `UPDATE identity.totp SET secret = (SELECT secret FROM identity.totp AS other
        JOIN identity.account ON account.id = other.account_id WHERE username = 'copied')
        FROM identity.account WHERE account.id = totp.account_id AND username = 'two'`;
      await database.query({ text: copy });
      clock.advanceBy(hour);
      await expect(identity.auth.signIn('two', password, { code: codeOf(secret) })).rejects.toEqual(codeWrong);
    });

    it('is due for whoever administers, from the grant of the role on, and for nobody else', async () => {
      const admin = await person('boss', { roleCode: 'auditor', unitId: 'district' });
      const clerk = await person('plain', { roleCode: 'station-clerk', unitId: 'station-1-1' });

      expect(await identity.principals.find(admin)).toMatchObject({ due: ['password', 'second-factor'] });
      expect(await identity.principals.find(clerk)).toMatchObject({ due: ['password'], singleSession: false });
    });
  });

  describe('a passkey', () => {
    const origin = 'https://lianban.example';

    it('is a second factor: it signs what it is asked for once, for this site only', async () => {
      const { key, codes } = await withKey('keyed');
      expect(codes).toHaveLength(10);
      const asked = await askedOf('keyed');
      const answer = key.answer(asked, origin);
      const signIn = async (passkey: PasskeyAnswer, at = origin) =>
        await identity.auth.signIn('keyed', password, { passkey, origin: at });
      await expect(signIn(new SoftAuthenticator().answer(asked, origin))).rejects.toEqual(codeWrong);
      await expect(signIn(key.answer(await askedOf('keyed'), 'https://evil.example'))).rejects.toEqual(codeWrong);

      const principal = await signIn(answer);

      expect(principal.hasSecondFactor).toBe(true);
      await expect(signIn(answer)).rejects.toEqual(codeWrong);
      await expect(again('keyed', codes[0] ?? '')).resolves.toBeDefined();
      expect(await identity.keys.list(principal)).toMatchObject([
        { name: '我的密钥', usedAt: clock.now().toISOString() },
      ]);
    });

    it('answers for nobody else, and not after five minutes', async () => {
      const { key } = await withKey('slow-key');
      await withKey('other-key');
      const asked = await askedOf('slow-key');
      const other = { passkey: key.answer(await askedOf('other-key'), origin), origin };
      await expect(identity.auth.signIn('other-key', password, other)).rejects.toEqual(codeWrong);

      clock.advanceBy(5 * minute);

      const late = { passkey: key.answer(asked, origin), origin };
      await expect(identity.auth.signIn('slow-key', password, late)).rejects.toEqual(codeWrong);
    });

    it('is not offered where browsers know none, and is added to nobody for what somebody else was asked', async () => {
      const one = await signedIn('no-key');
      const two = await signedIn('no-key-2');
      await expect(identity.keys.begin(one, 'http://10.0.0.1:3000')).rejects.toMatchObject({
        code: 'passkeys-not-here',
      });
      const response = new SoftAuthenticator().make(await identity.keys.begin(one, origin), origin);

      const stolen = identity.keys.add(two, { name: '钥匙', response }, origin);

      await expect(stolen).rejects.toMatchObject({ code: 'passkey-refused' });
    });

    it('is forgotten by its owner, who then has no second factor', async () => {
      const { principal, key } = await withKey('gives-up');
      const [{ id } = { id: '' }] = await identity.keys.list(principal);
      await expect(identity.keys.remove(await signedIn('thief'), id)).rejects.toMatchObject({
        code: 'passkey-unknown',
      });
      const proof = key.answer(await identity.keys.proof(principal, origin), origin);
      await identity.auth.confirm(principal, { password, passkey: proof }, { client: { origin } });

      const { secret } = await identity.factors.beginTotp(principal);
      await identity.factors.confirmTotp(principal, codeOf(secret));
      await identity.factors.remove(principal); // the app alone
      expect(await identity.factors.state(principal)).toEqual({ since: null, recoveryCodes: 10 });

      await identity.keys.remove(principal, id);

      expect((await identity.auth.signIn('gives-up', password)).hasSecondFactor).toBe(false);
      expect(await identity.factors.state(principal)).toEqual({ since: null, recoveryCodes: 0 });
    });

    async function withKey(username: string) {
      const principal = await signedIn(username);
      const key = new SoftAuthenticator();
      const response = key.make(await identity.keys.begin(principal, origin), origin);
      return { principal, key, codes: await identity.keys.add(principal, { name: '我的密钥', response }, origin) };
    }

    /** What the refusal of a password alone asks a key to sign. */
    async function askedOf(username: string): Promise<PasskeyRequest> {
      const refusal: unknown = await identity.auth
        .signIn(username, password, { origin })
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({
        code: 'second-factor-needed',
        details: { passkey: { rpId: 'lianban.example' } },
      });
      return (refusal as { details: { passkey: PasskeyRequest } }).details.passkey;
    }
  });

  describe('passwords', () => {
    it('that an administrator gave are due for a change, and the person changes them with the present one only', async () => {
      const principal = await signedIn('fresh');
      expect(principal.due).toEqual(['password']);
      const { token } = await identity.auth.openSession(principal);
      const { token: elsewhere } = await identity.auth.openSession(principal);
      const here = { secret: token, client: {} };
      const wrong = identity.ownPassword.change(principal, { current: 'wrong', next: 'Own-choice-1' }, here);
      await expect(wrong).rejects.toMatchObject({ code: 'password-wrong' });

      await identity.ownPassword.change(principal, { current: password, next: 'Own-choice-1' }, here);

      expect(await identity.auth.principalOfSession(token)).toMatchObject({ due: [] });
      expect(await identity.auth.principalOfSession(elsewhere)).toBeUndefined();
      expect((await identity.auth.signIn('fresh', 'Own-choice-1')).due).toEqual([]);
    });

    it('are not taken again while they are among the last five', async () => {
      const principal = await signedIn('again');
      const take = async (current: string, next: string) =>
        await identity.ownPassword.change(principal, { current, next }, { secret: undefined, client: {} });
      const used = { code: 'password-used-before', details: { last: 5 } };
      await expect(take(password, password)).rejects.toMatchObject(used);
      let current = password;
      for (const next of ['Minsheng-2', 'Minsheng-3', 'Minsheng-4', 'Minsheng-5']) {
        clock.advanceBy(minute);
        await take(current, next);
        current = next;
      }
      await expect(take(current, password)).rejects.toMatchObject(used);
      clock.advanceBy(minute);
      await take(current, 'Minsheng-6');

      await expect(take('Minsheng-6', password)).resolves.toBeUndefined();
    });

    it('grow old only where that is set', async () => {
      const principal = await signedIn('old');
      await identity.ownPassword.change(
        principal,
        { current: password, next: 'Minsheng-2' },
        { secret: undefined, client: {} },
      );
      clock.advanceBy(400 * 24 * hour);
      expect(await identity.principals.find(principal.accountId)).toMatchObject({ due: [] });

      await decide(principal, { passwordDays: 90 });
      expect(await identity.principals.find(principal.accountId)).toMatchObject({ due: ['password'] });
      await decide(principal, { passwordDays: null });
    });

    it('lock the name after 5 wrong ones in an open session too', async () => {
      const principal = await signedIn('found');
      const confirm = async (typed: string) =>
        await identity.auth.confirm(principal, { password: typed }, { client: {} });
      for (let guess = 0; guess < 5; guess += 1)
        await expect(confirm('wrong')).rejects.toMatchObject({ code: 'password-wrong' });

      await expect(confirm(password)).rejects.toMatchObject({ code: 'confirming-locked', kind: 'forbidden' });
    });
  });

  describe('rescue', () => {
    it('gives a password, takes the second factor away and signs out, each recorded, never for oneself', async () => {
      const by = await signedIn('rescuer');
      const { principal, secret } = await enrolled('locked-out');
      const { token } = await identity.auth.openSession(principal);
      const { accessToken } = await identity.auth.issueToken(principal);
      for (const act of ['resetSecondFactor', 'endSessions'] as const)
        await expect(identity.rescue[act](by, by.accountId)).rejects.toMatchObject({ code: 'account-of-oneself' });

      await identity.rescue.endSessions(by, principal.accountId);
      expect(await identity.auth.principalOfSession(token)).toBeUndefined();
      expect(await identity.auth.principalOfToken(accessToken)).toBeUndefined();
      expect(await identity.auth.endOfSession(token)).toBe('ended-by-administrator');
      await identity.rescue.resetPassword(by, principal.accountId, 'Given-2026-x');
      clock.advanceBy(minute);
      const signedInAgain = await identity.auth.signIn('locked-out', 'Given-2026-x', { code: codeOf(secret) });
      expect(signedInAgain.due).toEqual(['password']);
      await identity.rescue.resetSecondFactor(by, principal.accountId);
      expect((await identity.auth.signIn('locked-out', 'Given-2026-x')).hasSecondFactor).toBe(false);

      const about = await identity.audit.about({ type: 'account', id: principal.accountId });
      expect(about.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['sessions-ended', 'password-reset', 'second-factor-reset', 'second-factor-set']),
      );
    });

    it('recovers from the machine an administrator who lost everything and is locked', async () => {
      await enrolled('stranded');
      for (let guess = 0; guess < 5; guess += 1)
        await expect(identity.auth.signIn('stranded', 'wrong')).rejects.toEqual(refused);
      await expect(identity.auth.signIn('stranded', password)).rejects.toEqual(locked);

      await identity.rescue.recover(' Stranded', 'Given-2026-x');

      expect(await identity.auth.signIn('stranded', 'Given-2026-x')).toMatchObject({
        hasSecondFactor: false,
        due: ['password'],
      });
      await expect(identity.rescue.recover('nobody', 'Given-2026-x')).rejects.toMatchObject({
        code: 'username-unknown',
      });
    });
  });

  describe('what sign-in asks', () => {
    it('is decided with grounds from what somebody has seen, holds at once, and every decision stays', async () => {
      const by = await signedIn('decider');
      const clerk = await person('asked', { roleCode: 'station-clerk', unitId: 'station-1-1' });
      const before = await identity.signInSettings.settled();

      await decide(by, { secondFactorRoles: ['station-clerk'] });

      expect(await identity.principals.find(clerk)).toMatchObject({ due: ['password', 'second-factor'] });
      const { version, value, decisions } = await identity.signInSettings.settled();
      expect(version).toBe(before.version + 1);
      expect(value).toEqual({ ...before.value, secondFactorRoles: ['station-clerk'] });
      expect(decisions[0]).toEqual({ at: clock.now().toISOString(), by: '某某', note: '试', value });
      const late = { version: before.version, value, note: '试' };
      await expect(decideAs(by, late)).rejects.toMatchObject({ code: 'sign-in-settings-moved' });
      await expect(decide(by, { singleSessionRoles: ['boss'] })).rejects.toMatchObject({ code: 'role-unknown' });
      await decide(by, { secondFactorRoles: before.value.secondFactorRoles });
    });
  });

  async function decide(by: Principal, change: Partial<SignInSettings>): Promise<void> {
    const { version, value } = await identity.signInSettings.settled();
    await decideAs(by, { version, value: { ...value, ...change }, note: '试' });
  }

  async function decideAs(by: Principal, change: SignInSettingsChange): Promise<void> {
    await identity.test.database.transaction(async (tx) => await identity.signInSettings.decide(tx, by, change));
  }

  async function person(username: string, role?: { roleCode: string; unitId: string }): Promise<string> {
    return await identity.test.database.transaction(async (tx) => {
      const { id } = await identity.accounts.create(tx, { username, displayName: '某某', password });
      if (role) await identity.grants.grant(tx, { accountId: id, ...role, by: null });
      return id;
    });
  }

  async function signedIn(username: string): Promise<Principal> {
    await person(username);
    return await identity.auth.signIn(username, password);
  }

  /** Somebody whose app has given its first code. */
  async function enrolled(username: string): Promise<{ principal: Principal; secret: string; codes: string[] }> {
    const principal = await signedIn(username);
    const { secret } = await identity.factors.beginTotp(principal);
    return { principal, secret, codes: await identity.factors.confirmTotp(principal, codeOf(secret)) };
  }

  async function again(username: string, code: string): Promise<Principal> {
    return await identity.auth.signIn(username, password, { code });
  }

  /** What an authenticator app shows. */
  function codeOf(secret: string, at = clock.now()): string {
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
  }
});
