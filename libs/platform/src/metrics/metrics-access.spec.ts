import { describe, expect, it } from '@jest/globals';
import { mayReadMetrics } from './metrics-access.js';

describe('the numbers of a process', () => {
  const from = (address: string | undefined, headers = {}) => mayReadMetrics({ address, headers });

  it.each(['127.0.0.1', '::1', '::ffff:10.1.2.3', '172.20.0.5', 'fd00::1'])('are told inside: %s', (address) => {
    expect(from(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2400:3200::1', undefined, ''])('and not outside: %s', (address) => {
    expect(from(address)).toBe(false);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])('nor to whom a proxy asks for: %s', (header) => {
    expect(from('127.0.0.1', { [header]: '10.0.0.1' })).toBe(false);
  });
});
