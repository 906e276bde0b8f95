import { describe, expect, it } from '@jest/globals';
import { ManualClock } from './clock.js';

describe('ManualClock', () => {
  it('stands still until it is moved', () => {
    const clock = new ManualClock('2026-03-02T08:30:00+08:00');

    expect(clock.now().toISOString()).toBe('2026-03-02T00:30:00.000Z');
    clock.advanceBy(60_000);
    expect(clock.now().toISOString()).toBe('2026-03-02T00:31:00.000Z');
    clock.advanceTo('2026-03-03T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2026-03-03T00:00:00.000Z');
  });

  it('refuses to run backwards and takes nothing that is no instant', () => {
    const clock = new ManualClock('2026-03-02T00:00:00Z');

    expect(() => clock.advanceTo('2026-03-01T00:00:00Z')).toThrow(/expected a later instant/);
    expect(() => new ManualClock('tomorrow')).toThrow('"tomorrow" is not an instant');
  });
});
