import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { OutboxService } from '../outbox/outbox.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { MessageService, type PublishRequest } from './message.service.js';
import { SignalService } from './signal.service.js';

const correlation = '<extensionElements><lianban:correlation key="order" value="number" /></extensionElements>';
const roots = '<message id="m" name="paid" /><signal id="s" name="snow" />';

/** Waits for the message "paid" about its own number. */
const payer = processFile(
  'payer',
  inARow([
    'await-payment',
    `<intermediateCatchEvent id="await-payment">${correlation}<messageEventDefinition messageRef="m" /></intermediateCatchEvent>`,
  ]),
  roots,
);
/** A pause by hand before it waits, so that the message can come first. */
const slowPayer = processFile(
  'slow-payer',
  inARow(
    ['think', '<userTask id="think" />'],
    [
      'await-payment',
      `<intermediateCatchEvent id="await-payment">${correlation}<messageEventDefinition messageRef="m" /></intermediateCatchEvent>`,
    ],
  ),
  roots,
);
/** Throws "paid" about its number. */
const bank = processFile(
  'bank',
  inARow([
    'pay',
    `<intermediateThrowEvent id="pay">${correlation}<messageEventDefinition messageRef="m" /></intermediateThrowEvent>`,
  ]),
  roots,
);
const sledge = processFile(
  'sledge',
  inARow([
    'await-snow',
    '<intermediateCatchEvent id="await-snow"><signalEventDefinition signalRef="s" /></intermediateCatchEvent>',
  ]),
  roots,
);

describe('messages', () => {
  let world: EngineWorld;
  let number = 0;

  beforeAll(async () => {
    world = await openEngineWorld([[payer], [slowPayer], [bank], [sledge]]);
  });

  afterAll(async () => await world?.close());

  it('reach the one instance that waits for their values and bring it their variables', async () => {
    const [mine, other] = [await waiting(), await waiting()];
    const result = await publish({ name: 'paid', correlation: { order: mine.number }, variables: { amount: 5 } });

    expect(result).toMatchObject({ outcome: 'delivered', instanceId: mine.id });
    expect([await statusOf(mine.id), await statusOf(other.id)]).toEqual(['completed', 'active']);
    const [row] = await world.rows<{ events: string }>(
      'SELECT events::text FROM engine.journal WHERE instance_id = $1 AND revision = 2',
      mine.id,
    );
    expect(row?.events).toContain('"amount": 5');
  });

  it('are kept until somebody waits for them, and are consumed once', async () => {
    number += 1;
    const early = await publish({ name: 'paid', correlation: { order: number } });
    const first = await world.start('payer', { number });
    const second = await world.start('payer', { number });

    expect(early.outcome).toBe('buffered');
    expect([first.status, second.status]).toEqual(['completed', 'active']);
    expect([await statusOf(first.instanceId), await statusOf(second.instanceId)]).toEqual(['completed', 'active']);
    expect((await publish({ name: 'paid', correlation: { order: number } })).outcome).toBe('delivered');
    expect(await statusOf(second.instanceId)).toBe('completed');
  });

  it('that came before the wait are taken in the very step that begins to wait', async () => {
    number += 1;
    const { tasks, instanceId } = await world.start('slow-payer', { number });
    await publish({ name: 'paid', correlation: { order: number } });
    await world.complete(tasks[0]?.id);

    expect(await statusOf(instanceId)).toBe('completed');
  });

  it('with a known idempotency key change nothing', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const idempotencyKey = newId();
    const once = await publish({ name: 'paid', correlation: { order: first.number }, idempotencyKey });
    const again = await publish({ name: 'paid', correlation: { order: second.number }, idempotencyKey });

    expect([once.outcome, again.outcome]).toEqual(['delivered', 'duplicate']);
    expect(await statusOf(second.id)).toBe('active');
  });

  it('sent twice at once with one key are delivered once', async () => {
    const mine = await waiting();
    const request = { name: 'paid', correlation: { order: mine.number }, idempotencyKey: newId() };
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => publish(request)));

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['delivered', 'duplicate', 'duplicate', 'duplicate']);
  });

  it('racing for one receiver: one is delivered, the others are kept', async () => {
    const mine = await waiting();
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => publish({ name: 'paid', correlation: { order: mine.number } })),
    );

    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['buffered', 'buffered', 'buffered', 'delivered']);
  });

  it('published while their receiver begins to wait are not lost to either side', async () => {
    for (let round = 0; round < 15; round += 1) {
      number += 1;
      const [started] = await Promise.all([
        world.start('payer', { number }),
        publish({ name: 'paid', correlation: { order: number } }),
      ]);
      await world.get(MessageService).deliverBuffered();

      expect(await statusOf(started.instanceId)).toBe('completed');
    }
  });

  it('are forgotten when nobody waited for them in time', async () => {
    number += 1;
    await publish({ name: 'paid', correlation: { order: number }, timeToLiveMs: 1_000 });
    world.clock.advanceBy(1_001);
    const late = await world.start('payer', { number });
    await world.get(MessageService).deliverBuffered();

    expect(await statusOf(late.instanceId)).toBe('active');
    expect(await world.get(MessageService).removeExpired()).toBeGreaterThan(0);
  });

  it('thrown by a process reach another through the outbox, once, also when they are delivered twice', async () => {
    const [mine, other] = [await waiting(), await waiting()];
    await world.start('bank', { number: mine.number });
    expect(await statusOf(mine.id)).toBe('active');

    await world.get(OutboxService).deliverDue();
    await world.rows(`UPDATE engine.outbox SET delivered_at = NULL WHERE topic = 'engine.message'`);
    world.clock.advanceBy(60_001);
    expect(await world.get(OutboxService).deliverDue()).toMatchObject({ delivered: 1 });

    expect([await statusOf(mine.id), await statusOf(other.id)]).toEqual(['completed', 'active']);
    const [messages] = await world.rows(
      `SELECT count(*)::int AS n FROM engine.message WHERE correlation = jsonb_build_object('order', $1::int)`,
      mine.number,
    );
    expect(messages).toEqual({ n: 1 });
  });

  it('as signals reach everybody who waited when they were sent, and nobody later', async () => {
    const waited = await Promise.all([1, 2, 3].map(() => world.start('sledge')));
    await world.database.transaction((tx) => world.get(SignalService).broadcast(tx, { name: 'snow' }));
    world.clock.advanceBy(1_000);
    const late = await world.start('sledge');
    await world.get(OutboxService).deliverDue();

    expect(await Promise.all(waited.map(({ instanceId }) => statusOf(instanceId)))).toEqual(
      Array.from({ length: 3 }, () => 'completed'),
    );
    expect(await statusOf(late.instanceId)).toBe('active');
  });

  it('refuse more correlation values than can be looked up', async () => {
    const tooMany = Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`v${index}`, index]));

    await expect(publish({ name: 'paid', correlation: tooMany })).rejects.toMatchObject({
      code: 'correlation-too-wide',
    });
  });

  it('leave states, journals and rows in agreement', async () => {
    expect(await world.disagreements()).toEqual([]);
  });

  const publish = (request: PublishRequest) =>
    world.database.transaction((tx) => world.get(MessageService).publish(tx, request));

  async function waiting(): Promise<{ id: string; number: number }> {
    number += 1;
    return { id: (await world.start('payer', { number })).instanceId, number };
  }

  async function statusOf(id: string): Promise<string | undefined> {
    const [row] = await world.rows<{ status: string }>('SELECT status FROM engine.instance WHERE id = $1', id);
    return row?.status;
  }
});
