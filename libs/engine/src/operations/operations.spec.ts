import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BatchService } from '../batches/batch.service.js';
import type { Actor } from '../commands/actor.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { JobService } from '../jobs/job.service.js';
import { MessageService } from '../messages/message.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { MigrationService } from './migration.service.js';
import { OperationService } from './operation.service.js';
import type { Operation } from './operation.js';
import { RestartService } from './restart.service.js';

const operator: Actor = { accountId: '0190a000-0000-7000-8000-000000000001', name: 'Op', role: 'designer' };
const roots = '<message id="m" name="paid" />';
const due = (id: string, host: string, duration: string): string =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="false"><timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition></boundaryEvent>
   <endEvent id="${id}-end" /><sequenceFlow id="${id}-flow" sourceRef="${id}" targetRef="${id}-end" />`;
const heard = `<boundaryEvent id="heard" attachedToRef="weigh" cancelActivity="false"><messageEventDefinition messageRef="m" /></boundaryEvent>
   <endEvent id="heard-end" /><sequenceFlow id="heard-flow" sourceRef="heard" targetRef="heard-end" />`;
const weigh = (id: string): string => `<userTask id="${id}" name="Weigh" lianban:candidateGroups="clerk" />`;
const work = '<serviceTask id="work" lianban:topic="print" />';

/** First version: a term of three days. The second calls the task something else and gives it nine days. */
const first = processFile(
  'case',
  inARow(['weigh', weigh('weigh')], ['work', work]) + due('late', 'weigh', 'P3D') + heard,
  roots,
);
const second = processFile(
  'case',
  inARow(['weight', weigh('weight')], ['work', work]) + due('late', 'weight', 'P9D'),
  roots,
);
/** Third: nothing that the task could be. */
const third = processFile('case', inARow(['work', work]));
const caller = processFile(
  'caller',
  inARow(['call', '<callActivity id="call" calledElement="case" lianban:calledElementBinding="latest" />']),
);

describe('an operator', () => {
  let world: EngineWorld;

  beforeEach(async () => {
    world = await openEngineWorld([[first], [caller]]);
  });

  afterEach(async () => {
    expect(await world.disagreements()).toEqual([]);
    await world.close();
  });

  const apply = (instanceId: string, operation: Operation) =>
    world.database.transaction((tx) => world.get(OperationService).apply(tx, instanceId, operation, operator));
  const definitionOf = async (version: number): Promise<string> =>
    (await world.get(DefinitionService).get(world.database, 'case', version)).id;
  const rowsOf = (table: string, id: string) =>
    world.rows<Record<string, unknown>>(`SELECT * FROM engine.${table} WHERE instance_id = $1 ORDER BY key`, id);

  it('suspends an instance: nothing goes on, and nothing is lost when it is resumed', async () => {
    const started = await world.start('case');
    const { instanceId } = started;
    await apply(instanceId, { type: 'suspend' });

    await expect(world.complete(started.tasks[0]?.id)).rejects.toMatchObject({ code: 'suspended' });
    const message = await world.database.transaction((tx) =>
      world.get(MessageService).publish(tx, { name: 'paid', timeToLiveMs: 9 * 86_400_000 }),
    );
    expect(message).toMatchObject({ outcome: 'buffered' });
    expect(await world.advanceTo('2026-03-06T09:00:00+08:00')).toBe(0);
    await apply(instanceId, { type: 'resume' });
    expect(await world.advanceTo('2026-03-06T09:00:01+08:00')).toBe(1);

    const [journal] = await world.rows<{ types: string[] }>(
      `SELECT array_agg(e ->> 'type') AS types FROM engine.journal j, jsonb_array_elements(j.events) e
       WHERE j.instance_id = $1 AND e ->> 'type' IN ('timer-fired', 'subscription-triggered')`,
      instanceId,
    );
    expect(journal?.types.sort()).toEqual(['subscription-triggered', 'timer-fired']);
    await expect(apply(instanceId, { type: 'resume' })).rejects.toMatchObject({ code: 'already-decided' });
  });

  it('suspends the whole call hierarchy and hands out none of its work', async () => {
    const { instanceId } = await world.start('caller');
    const [task] = await world.rows<{ instance_id: string; key: number }>('SELECT instance_id, key FROM engine.task');
    await world.complete(`${task?.instance_id}.${task?.key}`);
    await apply(instanceId, { type: 'suspend' });
    let worked = 0;
    world.get(JobService).register('print', () => {
      worked += 1;
      return Promise.resolve({});
    });

    await world.get(JobService).workDue();
    expect(worked).toBe(0);
    await apply(task?.instance_id ?? '', { type: 'resume' });
    await world.get(JobService).workDue();

    expect(worked).toBe(1);
    expect(await world.rows('SELECT DISTINCT status FROM engine.instance')).toEqual([{ status: 'completed' }]);
  });

  it('moves an instance to a new version: its task keeps its key, its term the time it has run', async () => {
    const { instanceId } = await world.start('case');
    const [timer] = await rowsOf('timer', instanceId);
    await world.deploy([second]);
    await apply(instanceId, { type: 'migrate', definitionId: await definitionOf(2) });

    expect(await rowsOf('timer', instanceId)).toEqual([{ ...timer }]);
    expect(await rowsOf('task', instanceId)).toMatchObject([{ element_id: 'weight', key: timer?.['owner_key'] }]);
    expect(await rowsOf('subscription', instanceId)).toEqual([]);
    await world.complete(`${instanceId}.${String(timer?.['owner_key'])}`);
    const [row] = await world.rows<{ version: number }>(
      `SELECT d.version FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id WHERE i.id = $1`,
      instanceId,
    );
    expect(row).toEqual({ version: 2 });
  });

  it('is told what cannot move, before and when it is tried, and nothing changes', async () => {
    const { instanceId } = await world.start('case');
    await world.deploy([third]);
    const [from, to] = [await definitionOf(1), await definitionOf(2)];

    const preview = await world.database.transaction((tx) => world.get(MigrationService).preview(tx, { from, to }));

    const reason = 'a token is waiting at "weigh", which has no counterpart';
    expect(preview).toMatchObject({ total: 1, movable: 0, immovable: [{ instanceId, reason }], problems: [] });
    expect(preview.unmapped).toContain('weigh');
    await expect(apply(instanceId, { type: 'migrate', definitionId: to })).rejects.toMatchObject({
      code: 'not-migratable',
    });
    expect(await rowsOf('task', instanceId)).toMatchObject([{ element_id: 'weigh' }]);
  });

  it('moves tokens by hand', async () => {
    const { instanceId } = await world.start('case');
    const instructions = [
      { do: 'start-before' as const, elementId: 'work' },
      { do: 'cancel-all' as const, elementId: 'weigh' },
    ];
    await apply(instanceId, { type: 'modify', instructions, reason: 'the scale is broken' });

    expect(await rowsOf('job', instanceId)).toMatchObject([{ element_id: 'work' }]);
    expect(await rowsOf('task', instanceId)).toEqual([]);
  });

  it('starts an ended instance again, in its own or the latest version, at the start or in the middle', async () => {
    const old = await world.start('case', { goods: 'apples' }, { businessKey: 'B-1' });
    const restart = (more: object) =>
      world.database.transaction((tx) =>
        world.get(RestartService).restart(tx, { instanceId: old.instanceId, actor: operator, ...more }),
      );
    await expect(restart({})).rejects.toMatchObject({ code: 'not-ended' });
    await apply(old.instanceId, { type: 'cancel', reason: 'wrong goods' });
    await world.deploy([second]);

    const [again, latest, middle] = [
      await restart({}),
      await restart({ latestVersion: true }),
      await restart({ startBefore: ['work'] }),
    ];

    expect(again).toMatchObject({ definition: { version: 1 }, businessKey: 'B-1', tasks: [{ elementId: 'weigh' }] });
    expect(latest).toMatchObject({ definition: { version: 2 }, tasks: [{ elementId: 'weight' }] });
    expect(middle).toMatchObject({ tasks: [] });
    expect(await rowsOf('job', middle.instanceId)).toMatchObject([{ element_id: 'work' }]);
  });

  it('suspends a version, by which then nothing is started', async () => {
    const id = await definitionOf(1);
    const set = (suspended: boolean) =>
      world.database.transaction((tx) => world.get(DefinitionService).setSuspended(tx, id, suspended));
    await set(true);

    await expect(world.start('case')).rejects.toMatchObject({ code: 'definition-suspended' });
    await set(false);
    await expect(world.start('case')).resolves.toMatchObject({ status: 'active' });
  });
});

describe('a batch', () => {
  let world: EngineWorld;

  beforeEach(async () => {
    world = await openEngineWorld([[first], [second]]);
  });

  afterEach(async () => {
    expect(await world.disagreements()).toEqual([]);
    await world.close();
  });

  const batches = () => world.get(BatchService);
  const create = (operation: Operation, filter = {}) =>
    world.database.transaction((tx) => batches().create(tx, { operation, filter, actor: operator }));
  const startMany = (count: number, version = 1) =>
    Promise.all(Array.from({ length: count }, () => world.start('case', {}, { version })));

  it('moves all instances of a version, tells who refused and why, and can be watched', async () => {
    const started = await startMany(150);
    await world.complete(started[0]?.tasks[0]?.id);
    await world.deploy([third]);
    const { id: definitionId } = await world.get(DefinitionService).get(world.database, 'case');
    const batch = await create({ type: 'migrate', definitionId }, { processKey: 'case', version: 1 });
    expect(batch).toMatchObject({ total: 150, done: 0, refused: 0, finishedAt: null });

    expect(await batches().workOff()).toBe(150);

    expect(await batches().get(world.database, batch.id)).toMatchObject({
      done: 1,
      refused: 149,
      finishedAt: expect.any(Date),
    });
    const refusals = await batches().refusals(world.database, batch.id);
    expect(refusals).toHaveLength(149);
    expect(refusals[0]?.message).toContain('"weigh", which has no counterpart');
  });

  it('is done once although two workers take part and one of them crashes', async () => {
    await startMany(230);
    const batch = await create({ type: 'suspend' }, { processKey: 'case' });
    world.crashAt('before-commit');

    await Promise.allSettled([batches().workOff(), batches().workOff()]);
    await batches().workOff();

    expect(await batches().get(world.database, batch.id)).toMatchObject({ done: 230, refused: 0 });
    const [row] = await world.rows(
      `SELECT count(*)::int AS n, min(revision) AS revision FROM engine.instance WHERE status = 'suspended'`,
    );
    expect(row).toEqual({ n: 230, revision: 2 });
  });

  it('that is cancelled leaves the rest as it is', async () => {
    await startMany(3);
    const batch = await create({ type: 'cancel', reason: 'test' });
    await world.database.transaction((tx) => batches().cancel(tx, batch.id));

    expect(await batches().workOff()).toBe(0);
    expect(await world.rows(`SELECT DISTINCT status FROM engine.instance`)).toEqual([{ status: 'active' }]);
    expect(await batches().get(world.database, batch.id)).toMatchObject({ cancelledAt: expect.any(Date) });
  });

  it('finds its instances by element, business key, version and what they wait for', async () => {
    await startMany(2);
    await startMany(1, 2);
    await world.start('case', {}, { businessKey: 'B-2' });
    const totals = await Promise.all(
      [
        { elementId: 'weight' },
        { businessKey: 'B-2' },
        { version: 1 },
        { suspended: true },
        { withIncident: false },
      ].map(async (filter) => (await create({ type: 'suspend' }, filter)).total),
    );

    expect(totals).toEqual([2, 1, 2, 0, 4]);
  });
});
