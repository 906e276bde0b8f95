import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { OutboxService } from './outbox.service.js';
import type { OutboxEntry } from './outbox.store.js';

describe('the outbox', () => {
  let world: EngineWorld;
  const heard: OutboxEntry[] = [];
  let answer: () => Promise<void>;

  beforeAll(async () => {
    world = await openEngineWorld([]);
    outbox().register('mail', (entry) => {
      heard.push(entry);
      return answer();
    });
  });

  beforeEach(async () => {
    await world.rows('DELETE FROM engine.outbox');
    heard.length = 0;
    answer = () => Promise.resolve();
  });

  afterAll(async () => await world?.close());

  it('delivers what was committed, in order, and once when all goes well', async () => {
    for (const number of [1, 2, 3]) await add({ number });

    expect(await outbox().deliverDue()).toEqual({ delivered: 3, more: false });
    expect(await outbox().deliverDue()).toEqual({ delivered: 0, more: false });
    expect(heard.map(({ payload }) => payload)).toEqual([{ number: 1 }, { number: 2 }, { number: 3 }]);
  });

  it('delivers nothing of a transaction that was undone', async () => {
    const attempt = world.database.transaction(async (tx) => {
      await outbox().add(tx, { topic: 'mail', payload: {}, idempotencyKey: newId() });
      throw new Error('undone');
    });

    await expect(attempt).rejects.toThrow('undone');
    expect(await outbox().deliverDue()).toEqual({ delivered: 0, more: false });
  });

  it('keeps one entry for one idempotency key', async () => {
    await add({ number: 1 }, 'the-same');
    await add({ number: 2 }, 'the-same');

    expect(await outbox().deliverDue()).toMatchObject({ delivered: 1 });
    expect(heard).toMatchObject([{ payload: { number: 1 }, idempotencyKey: 'the-same' }]);
  });

  it('tries again with growing pauses and the same idempotency key until it is delivered', async () => {
    answer = () => Promise.reject(new Error('the mail server is away'));
    await add({}, 'letter');
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect(await outbox().deliverDue()).toEqual({ delivered: 0, more: false });
      const [row] = await world.rows<{ attempt_at: Date }>('SELECT attempt_at FROM engine.outbox');
      pauses.push((row?.attempt_at.getTime() ?? 0) - world.clock.now().getTime());
      world.clock.advanceTo(row?.attempt_at ?? '');
    }
    answer = () => Promise.resolve();

    expect(await outbox().deliverDue()).toMatchObject({ delivered: 1 });
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(new Set(heard.map(({ idempotencyKey }) => idempotencyKey))).toEqual(new Set(['letter']));
    expect(heard.map(({ attempts }) => attempts)).toEqual([1, 2, 3, 4, 5]);
  });

  it('delivers again after a crash between the delivery and its record: at least once', async () => {
    await add({}, 'letter');
    answer = () => new Promise(() => undefined); // the process dies here
    void outbox().deliverDue();
    while (heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    answer = () => Promise.resolve();

    expect(await outbox().deliverDue()).toMatchObject({ delivered: 0 });
    world.clock.advanceBy(60_000);
    expect(await outbox().deliverDue()).toMatchObject({ delivered: 1 });
    expect(heard.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['letter', 'letter']);
  });

  it('hands an entry to one of several workers that look at once', async () => {
    for (let number = 0; number < 30; number += 1) await add({ number });
    await Promise.all(Array.from({ length: 4 }, () => outbox().deliverDue({ limit: 10 })));
    await outbox().deliverDue();

    expect(new Set(heard.map(({ id }) => id)).size).toBe(30);
    expect(heard).toHaveLength(30);
  });

  it('does not let one entry that always fails hold the others up, and gives it up in the end', async () => {
    await add({ bad: true });
    await add({ bad: false });
    answer = () => (hasBad(heard.at(-1)) ? Promise.reject(new Error('never')) : Promise.resolve());

    expect(await outbox().deliverDue()).toMatchObject({ delivered: 1 });
    for (let attempt = 2; attempt <= 45; attempt += 1) {
      world.clock.advanceBy(60 * 60 * 1_000);
      await outbox().deliverDue();
    }
    const [row] = await world.rows<object>(`SELECT * FROM engine.outbox WHERE payload @> '{"bad": true}'`);
    expect(row).toMatchObject({ attempts: 40, delivered_at: null, last_error: 'never', given_up_at: expect.any(Date) });
  });

  it('leaves topics that nobody here delivers to other processes', async () => {
    await world.database.transaction((tx) =>
      outbox().add(tx, { topic: 'telegram', payload: {}, idempotencyKey: newId() }),
    );

    expect(await outbox().deliverDue()).toMatchObject({ delivered: 0 });
    expect(await world.rows('SELECT attempts FROM engine.outbox')).toEqual([{ attempts: 0 }]);
  });

  it('forgets what was delivered a week ago', async () => {
    await add({});
    await outbox().deliverDue();
    expect(await outbox().removeDelivered()).toBe(0);
    world.clock.advanceBy(7 * 24 * 60 * 60 * 1_000 + 1);

    expect(await outbox().removeDelivered()).toBe(1);
  });

  const outbox = (): OutboxService => world.get(OutboxService);

  async function add(payload: object, idempotencyKey: string = newId()): Promise<void> {
    await world.database.transaction((tx) => outbox().add(tx, { topic: 'mail', payload, idempotencyKey }));
  }
});

function hasBad(entry: OutboxEntry | undefined): boolean {
  return (entry?.payload as { bad?: boolean } | undefined)?.bad === true;
}
