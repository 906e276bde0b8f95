import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MessageService } from '../messages/message.service.js';
import { SignalService } from '../messages/signal.service.js';
import { OutboxService } from '../outbox/outbox.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { processFile } from '../testing/process-file.js';
import { TimerService } from '../timers/timer.service.js';

const roots = '<message id="m" name="complaint" /><signal id="s" name="flood" />';

/** A process that an event starts and that then waits for a person. */
const begunBy = (id: string, trigger: string, more = '') =>
  processFile(
    id,
    `<startEvent id="begun">${trigger}</startEvent><userTask id="work" /><endEvent id="ended" />
    <sequenceFlow id="a" sourceRef="begun" targetRef="work" /><sequenceFlow id="b" sourceRef="work" targetRef="ended" />${more}`,
    roots,
  );
const byMessage = begunBy('by-message', '<messageEventDefinition messageRef="m" />');
const bySignal = begunBy('by-signal', '<signalEventDefinition signalRef="s" />');
const byTimer = (id: string, kind: string, value: string, more = '') =>
  begunBy(id, `<timerEventDefinition><time${kind}>${value}</time${kind}></timerEventDefinition>`, more);
/** Throws the signal. */
const alarm = processFile(
  'alarm',
  `<startEvent id="begun" /><endEvent id="ended"><signalEventDefinition signalRef="s" /></endEvent>
  <sequenceFlow id="a" sourceRef="begun" targetRef="ended" />`,
  roots,
);
const daily = byTimer('daily', 'Cycle', 'R/2026-03-03T09:00:00+08:00/P1D');

describe('a deployed process', () => {
  let world: EngineWorld;

  beforeEach(async () => {
    world = await openEngineWorld([]);
  });

  afterEach(async () => {
    expect(await world.disagreements()).toEqual([]);
    await world.close();
  });

  it('starts by its message, with the values of the message as variables', async () => {
    await world.deploy([byMessage]);

    const result = await publish({ name: 'complaint', correlation: { number: 7 }, variables: { text: 'noise' } });

    expect(result).toMatchObject({ outcome: 'started' });
    expect(await started('by-message')).toEqual([
      { id: 'instanceId' in result ? result.instanceId : '', version: 1, variables: { number: 7, text: 'noise' } },
    ]);
  });

  it('is not started by the same message twice, nor by a message that an instance waits for', async () => {
    await world.deploy([byMessage]);
    const outcomes = [await publish(complaint('k')), await publish(complaint('k'))].map(({ outcome }) => outcome);

    expect(outcomes).toEqual(['started', 'duplicate']);
    const waiter = processFile(
      'waiter',
      `<startEvent id="begun" /><receiveTask id="wait" messageRef="m" /><endEvent id="ended" />
      <sequenceFlow id="a" sourceRef="begun" targetRef="wait" /><sequenceFlow id="b" sourceRef="wait" targetRef="ended" />`,
      roots,
    );
    await world.deploy([waiter]);
    await world.start('waiter');

    expect(await publish(complaint('l'))).toMatchObject({ outcome: 'delivered' });
    expect(await started('by-message')).toHaveLength(1);
  });

  it('starts by a message that came before it was deployed and is still kept', async () => {
    await publish(complaint('early'));
    await world.deploy([byMessage]);

    expect(await world.get(MessageService).deliverBuffered()).toBe(1);
    expect(await world.get(MessageService).deliverBuffered()).toBe(0);
    expect(await started('by-message')).toHaveLength(1);
  });

  it('starts in its latest version only, and no longer by what that version does not name', async () => {
    await world.deploy([byMessage]);
    await world.deploy([begunBy('by-message', '<messageEventDefinition messageRef="m" />', '<task id="alone" />')]);
    await publish(complaint('second'));

    expect(await started('by-message')).toMatchObject([{ version: 2 }]);
    await world.deploy([begunBy('by-message', '')]);

    expect(await publish(complaint('third'))).toMatchObject({ outcome: 'buffered' });
  });

  it('starts once by a signal that a process throws, also when the signal is delivered twice', async () => {
    await world.deploy([bySignal, alarm]);
    await world.start('alarm');
    await world.get(OutboxService).deliverDue();
    await world.rows(`UPDATE engine.outbox SET delivered_at = NULL`);
    world.clock.advanceBy(60_001);
    await world.get(OutboxService).deliverDue();

    expect(await started('by-signal')).toHaveLength(1);
  });

  it('does not start by a signal that was sent before it was deployed', async () => {
    await world.database.transaction((tx) => world.get(SignalService).broadcast(tx, { name: 'flood' }));
    world.clock.advanceBy(1_000);
    await world.deploy([bySignal]);
    await world.get(OutboxService).deliverDue();

    expect(await started('by-signal')).toEqual([]);
  });

  it('starts at its date once, as of that instant, however late the worker is', async () => {
    await world.deploy([byTimer('once', 'Date', '2026-03-03T09:00:00+08:00')]);
    await world.advanceTo('2026-03-03T00:59:59Z');
    expect(await started('once')).toEqual([]);

    await world.advanceTo('2026-03-04T10:00:00Z');
    await world.advanceTo('2026-03-09T10:00:00Z');

    const rows = await world.rows(`SELECT started_at FROM engine.instance`);
    expect(rows).toEqual([{ started_at: new Date('2026-03-03T01:00:00Z') }]);
  });

  it('starts every round of a cycle, merges those that were missed, and does not drift', async () => {
    await world.deploy([daily]);
    await world.advanceTo('2026-03-03T01:00:05Z');
    await world.advanceTo('2026-03-06T12:00:00Z');

    expect(await started('daily')).toHaveLength(2);
    const [row] = await world.rows(`SELECT attempt_at FROM engine.start_trigger`);
    expect(row).toEqual({ attempt_at: new Date('2026-03-07T01:00:00Z') });
  });

  it('starts each round once when several workers look at the same moment', async () => {
    await world.deploy([daily]);
    world.clock.advanceTo('2026-03-03T01:00:00Z');
    const timers = world.get(TimerService);

    await Promise.all([1, 2, 3, 4].map(() => timers.fireAllDue()));

    expect(await started('daily')).toHaveLength(1);
  });

  it('keeps the rounds of its timer when a new version has the same, and begins anew with another', async () => {
    await world.deploy([byTimer('soon', 'Duration', 'P2D')]);
    await world.advanceTo('2026-03-03T01:00:00Z');
    await world.deploy([byTimer('soon', 'Duration', 'P2D', '<task id="alone" />')]);
    await world.advanceTo('2026-03-04T01:00:00Z');
    expect(await started('soon')).toMatchObject([{ version: 2 }]);

    await world.deploy([byTimer('soon', 'Duration', 'P2D')]);
    await world.advanceTo('2026-04-01T01:00:00Z');
    expect(await started('soon')).toHaveLength(1);

    await world.deploy([byTimer('soon', 'Duration', 'P3D')]);
    await world.advanceTo('2026-05-01T01:00:00Z');
    expect(await started('soon')).toMatchObject([{ version: 2 }, { version: 4 }]);
  });

  it('is refused when its computed time is no time', async () => {
    const cycle = byTimer('wrong', 'Cycle', '="every day"');

    await expect(world.deploy([cycle])).rejects.toMatchObject({
      problems: [{ code: 'start-timer-invalid', message: expect.stringContaining('"every day"') }],
    });
  });

  const complaint = (idempotencyKey: string) => ({ name: 'complaint', idempotencyKey });

  const publish = (request: Parameters<MessageService['publish']>[1]) =>
    world.database.transaction((tx) => world.get(MessageService).publish(tx, request));

  const started = (key: string) =>
    world.rows<{ id: string; version: number; variables: object }>(
      `SELECT i.id, d.version, i.state->'elements'->'1'->'variables' AS variables
      FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
      WHERE d.process_key = $1 ORDER BY i.started_at, i.id`,
      key,
    );
});
