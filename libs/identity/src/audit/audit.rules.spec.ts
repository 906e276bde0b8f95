import { describe, expect, it } from '@jest/globals';
import type { AuditEntry } from './audit-entry.js';
import { breakOf, genesis, plain, sealOf } from './audit.rules.js';

describe('audit rules', () => {
  it('brings values into the form in which the database gives them back', () => {
    const given = {
      b: [undefined, 'x'],
      a: { z: -0, y: undefined },
      t: new Date(0),
      half: '\ud800',
      nul: 'a\0b',
      n: NaN,
    };

    expect(JSON.stringify(plain(given))).toBe(
      '{"a":{"z":0},"b":[null,"x"],"half":"\ufffd","n":null,"nul":"a\ufffdb","t":"1970-01-01T00:00:00.000Z"}',
    );
  });

  it('seals alike whatever the order of keys is', () => {
    const one = entry({ detail: { a: 1, b: { c: 2, d: 3 } } });
    const other = entry({ detail: { b: { d: 3, c: 2 }, a: 1 } });

    expect(sealOf(one)).toBe(sealOf(other));
    expect(sealOf(one)).toMatch(/^sha256:[0-9a-f]{64}$/u);
  });

  it.each<[keyof AuditEntry, Partial<AuditEntry>]>([
    ['stream', { stream: 'other' }],
    ['seq', { seq: 2 }],
    ['at', { at: new Date('2026-03-02T01:00:00.001Z') }],
    ['actor', { actor: { accountId: 'a', name: '李', role: 'leader', unit: '' } }],
    ['onBehalfOf', { onBehalfOf: '王' }],
    ['action', { action: 'signed-out' }],
    ['subject', { subject: { type: 'case', id: '2' } }],
    ['reason', { reason: 'other' }],
    ['result', { result: 'failed' }],
    ['detail', { detail: { a: 2 } }],
    ['ip', { ip: '10.0.0.2' }],
    ['previousHash', { previousHash: 'sha256:1' }],
  ])('covers %s with the hash', (_field, change) => {
    expect(sealOf(entry(change))).not.toBe(sealOf(entry({})));
  });

  it('says what breaks a chain', () => {
    const first = sealed({});
    const second = sealed({ seq: 2, previousHash: first.hash });

    expect(breakOf(first, { seq: 0, hash: genesis })).toBeUndefined();
    expect(breakOf(second, first)).toBeUndefined();
    expect(breakOf(second, { seq: 0, hash: genesis })).toBe('expected entry 1, found 2');
    expect(breakOf(sealed({ seq: 2 }), first)).toBe('it does not follow the entry before it');
    expect(breakOf({ ...second, reason: 'nicer' }, first)).toBe('its content was changed');
  });
});

function entry(change: Partial<AuditEntry>): AuditEntry {
  return {
    stream: 'main',
    seq: 1,
    at: new Date('2026-03-02T01:00:00Z'),
    actor: { accountId: 'a', name: '王', role: 'leader', unit: '' },
    onBehalfOf: null,
    action: 'signed-in',
    subject: { type: 'case', id: '1' },
    reason: 'asked',
    result: 'done',
    detail: { a: 1 },
    ip: '10.0.0.1',
    previousHash: genesis,
    hash: '',
    ...change,
  };
}

function sealed(change: Partial<AuditEntry>): AuditEntry {
  const unsealed = entry(change);
  return { ...unsealed, hash: sealOf(unsealed) };
}
