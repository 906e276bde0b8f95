import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@lianban/platform';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';
import type { AuditDraft } from './audit-entry.js';

describe('AuditTrail', () => {
  let identity: IdentityDatabase;

  beforeEach(async () => {
    identity = await openIdentityDatabase(new ManualClock('2026-03-02T01:00:00.123Z'));
  });

  afterEach(async () => await identity.test.drop());

  it('numbers the entries of each stream and verifies them as they come back from the database', async () => {
    const awkward = { 数: [1, 0.1, 1e21, -0, null], empty: {}, text: 'a\0b\ud800', gone: undefined, at: new Date(0) };
    await append({ detail: awkward, reason: '例行\0检查' });
    await append({ onBehalfOf: '王小明', ip: '10.0.0.1' });
    await append({ stream: 'other' });

    expect(await identity.audit.verify()).toEqual({ intact: true, entries: 2 });
    expect(await identity.audit.verify('other')).toEqual({ intact: true, entries: 1 });
    expect(await identity.audit.verify('unheard-of')).toEqual({ intact: true, entries: 0 });
  });

  it('keeps no entry of an act that was rolled back, and leaves no gap', async () => {
    await append({});
    const rolledBack = identity.test.database.transaction(async (tx) => {
      await identity.audit.append(tx, draft({}));
      throw new Error('changed my mind');
    });
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await append({});

    expect(await identity.audit.verify()).toEqual({ intact: true, entries: 2 });
  });

  it('chains entries that are written at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, async () => await append({})));

    expect(await identity.audit.verify()).toEqual({ intact: true, entries: 20 });
  });

  it.each([
    'UPDATE identity.audit_entry SET reason = NULL',
    'DELETE FROM identity.audit_entry',
    'TRUNCATE identity.audit_entry',
  ])('refuses "%s"', async (text) => {
    await append({});

    await expect(identity.test.database.query({ text })).rejects.toThrow(/append-only/u);
    expect(await identity.audit.verify()).toEqual({ intact: true, entries: 1 });
  });

  it.each([
    ['a changed entry', `UPDATE identity.audit_entry SET result = 'failed' WHERE seq = 2`, 2, /content was changed/u],
    ['a removed entry', 'DELETE FROM identity.audit_entry WHERE seq = 2', 2, /expected entry 2, found 3/u],
    ['a removed end', 'DELETE FROM identity.audit_entry WHERE seq = 3', 3, /expected 3 entries/u],
    ['a removed trail', 'DELETE FROM identity.audit_entry', 1, /expected 3 entries/u],
    ['a replaced end', `UPDATE identity.audit_head SET hash = 'sha256:1'`, 3, /not the entry that was last/u],
  ])('discovers %s, even by somebody who may switch the trigger off', async (_what, text, brokenAt, reason) => {
    for (let entry = 0; entry < 3; entry += 1) await append({});
    await identity.test.database.transaction(async (tx) => {
      await tx.query({ text: 'ALTER TABLE identity.audit_entry DISABLE TRIGGER USER' });
      await tx.query({ text });
    });

    expect(await identity.audit.verify()).toMatchObject({
      intact: false,
      brokenAt,
      reason: expect.stringMatching(reason),
    });
  });

  async function append(change: Partial<AuditDraft>): Promise<void> {
    await identity.test.database.transaction(async (tx) => void (await identity.audit.append(tx, draft(change))));
  }
});

function draft(change: Partial<AuditDraft>): AuditDraft {
  return {
    actor: { accountId: '01890a5d-ac96-774b-bcce-b302099a8057', name: '杨正平', role: 'auditor', unit: '河东区' },
    action: 'looked',
    subject: { type: 'case', id: '1' },
    result: 'done',
    ...change,
  };
}
