import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import type { Command } from '../core/command.js';
import { replay } from '../core/replay.js';
import type { EngineEvent } from '../core/event.js';
import type { InstanceState } from '../core/state.js';
import { step } from '../core/step.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import { weekdays } from '../testing/weekdays.js';
import { checkMigration, checkPlan } from './check-migration.js';
import { migrateCommand, migrationPlan, type PlanChanges } from './migration-plan.js';

const env = { now: '2026-03-02T01:00:00.000Z', newId: () => 'called', calendars: weekdays, decisions: new Map() };
const later = { ...env, now: '2026-03-03T01:00:00.000Z' };
const roots = '<bpmn:message id="m" name="news"/>';

async function compiled(elements: string): Promise<CompiledProcess> {
  const content = model(elements, roots);
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content }], { calendars: weekdays });
  const process = definitions?.processes.get('p');
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
}

/** A task `a` with what is attached to it, before a task `b`. */
const line = (a: string, ...more: string[]): string =>
  node('startEvent', 's') +
  a +
  node('userTask', 'b', 'name="after"') +
  node('endEvent', 'e') +
  flows('s a', 'a b', 'b e') +
  more.join('');
const task = node('userTask', 'a');
const due = (id: string, duration: string): string =>
  boundary(id, 'a', timer('Duration', duration)) + node('endEvent', `${id}-end`) + flows(`${id} ${id}-end`);

/** Starts in the old version, goes over a day later, and looks whether the history replays. */
async function migrated(
  oldElements: string,
  newElements: string,
  changes: PlanChanges = {},
): Promise<{ before: InstanceState; state: InstanceState; to: CompiledProcess; events: readonly EngineEvent[] }> {
  const [from, to] = [await compiled(oldElements), await compiled(newElements)];
  const started = step(from, undefined, { type: 'start', instanceId: 'i', variables: {} }, env);
  if (started.outcome === 'rejected') throw new Error(started.message);
  const plan = migrationPlan(from, to, changes);
  expect(checkMigration(plan, from, to, started.state)).toEqual([]);
  const result = step(to, started.state, migrateCommand(plan, to), later);
  if (result.outcome === 'rejected') throw new Error(result.message);
  expect(replay([...started.events, ...result.events])).toStrictEqual(result.state);
  return { before: started.state, state: result.state, to, events: result.events };
}

const timersOf = ({ timers }: InstanceState): object =>
  Object.fromEntries(Object.values(timers).map(({ elementId, dueAt }) => [elementId, dueAt]));

describe('a migration', () => {
  it('keeps a task and the time that its term has run, also when the new version has another term', async () => {
    const { before, state } = await migrated(line(task, due('t', 'P3D')), line(task, due('t', 'P9D')));

    expect(state.timers).toEqual(before.timers);
    expect(timersOf(state)).toEqual({ t: '2026-03-05T01:00:00.000Z' });
  });

  it('begins a term anew where the plan says so', async () => {
    const { state } = await migrated(line(task, due('t', 'P3D')), line(task, due('t', 'P9D')), { anew: ['t'] });

    expect(timersOf(state)).toEqual({ t: '2026-03-12T01:00:00.000Z' });
  });

  it('withdraws what the new version no longer has and begins what it has in addition', async () => {
    const { state, events } = await migrated(line(task, due('t', 'P3D')), line(task, due('u', 'P5D')));

    expect(timersOf(state)).toEqual({ u: '2026-03-08T01:00:00.000Z' });
    expect(events.map(({ type }) => type)).toEqual(['instance-migrated', 'timer-cancelled', 'timer-scheduled']);
  });

  it('does not begin again what has fired before', async () => {
    const elements = line(
      task,
      boundary('t', 'a', timer('Duration', 'PT1H'), 'cancelActivity="false"'),
      node('endEvent', 'x'),
      flows('t x'),
    );
    const process = await compiled(elements);
    const start = { type: 'start', instanceId: 'i', variables: {} } as const;
    const started = step(process, undefined, start, env);
    if (started.outcome === 'rejected') throw new Error(started.message);
    const [due] = Object.keys(started.state.timers);
    const fired = step(process, started.state, { type: 'trigger-timer', key: Number(due) }, later);
    if (fired.outcome === 'rejected') throw new Error(fired.message);

    const result = step(process, fired.state, migrateCommand(migrationPlan(process, process), process), later);

    expect(result).toMatchObject({ outcome: 'applied', state: { timers: {} } });
  });

  it('listens for an event sub-process that is new, and goes on in the new version', async () => {
    const alarm = node(
      'subProcess',
      'alarm',
      'triggeredByEvent="true"',
      node('startEvent', 'rung', '', '<bpmn:messageEventDefinition messageRef="m"/>') +
        node('endEvent', 'done') +
        flows('rung done'),
    );
    const { state, to } = await migrated(line(task), line(task, alarm));
    const [subscription] = Object.values(state.subscriptions);

    const result = step(to, state, { type: 'trigger-subscription', key: subscription?.key ?? 0, variables: {} }, later);

    expect(result).toMatchObject({ outcome: 'applied', state: { status: 'completed' } });
  });

  it('finds a renamed task by its name and its kind', async () => {
    const named = node('userTask', 'a', 'name="weigh"');
    const renamed = line(named).replaceAll(/"a"/g, '"z"').replaceAll('id="s-a"', 'id="s-z"');
    const { state } = await migrated(line(named), renamed);

    expect(Object.values(state.elements).map(({ elementId }) => elementId)).toEqual(['p', 'z']);
  });

  it('of a suspended instance lets no join fire until it is resumed', async () => {
    const joined = (join: string): string =>
      node('startEvent', 's') +
      node('parallelGateway', 'f') +
      task +
      node('userTask', 'b') +
      node('inclusiveGateway', 'j') +
      node('endEvent', 'e') +
      node('endEvent', 'other') +
      flows('s f', 'f a', 'f b', `a ${join}`, 'b j', 'j e');
    // In the old version the task leads to the join, which waits for it; in the new one it leads elsewhere.
    const [from, to] = [await compiled(joined('j')), await compiled(joined('other'))];
    const run = (process: CompiledProcess, state: InstanceState | undefined, command: Command): InstanceState => {
      const result = step(process, state, command, later);
      if (result.outcome === 'rejected') throw new Error(result.message);
      return result.state;
    };
    const started = run(from, undefined, { type: 'start', instanceId: 'i', variables: {} });
    const b = Object.values(started.elements).find(({ elementId }) => elementId === 'b');
    const waiting = run(from, started, { type: 'complete-element', key: b?.key ?? 0, variables: {} });
    const held = run(from, waiting, { type: 'suspend-instance' });

    const moved = run(to, held, migrateCommand(migrationPlan(from, to), to));
    const resumed = run(to, moved, { type: 'resume-instance' });

    expect([Object.keys(moved.arrivals), Object.keys(resumed.arrivals)]).toEqual([[String(moved.root)], []]);
  });

  it('is refused for an instance of another process', async () => {
    const process = await compiled(line(task));
    const started = step(process, undefined, { type: 'start', instanceId: 'i', variables: {} }, env);
    if (started.outcome === 'rejected') throw new Error(started.message);
    const command = { ...migrateCommand(migrationPlan(process, process), process), from: 'q' };

    expect(step(process, started.state, command, env)).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
  });

  const parallel = node(
    'userTask',
    'a',
    '',
    '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
  );
  const inside = node(
    'subProcess',
    'sub',
    '',
    node('startEvent', 'i') + task + node('endEvent', 'o') + flows('i a', 'a o'),
  );
  const enclosed = node('startEvent', 's') + inside + node('endEvent', 'e') + flows('s sub', 'sub e');

  it.each([
    ['has no counterpart', line(task), line(task).replaceAll('"a"', '"z"'), 'no counterpart'],
    ['is of another kind', line(task), line(node('receiveTask', 'a', 'messageRef="m"')), 'no counterpart'],
    ['lies in another scope', line(task), enclosed, 'different scopes'],
    ['is repeated in the new version only', line(task), line(parallel), 'repeated differently'],
  ])('names what cannot go over: a task that %s', async (_what, oldElements, newElements, message) => {
    const [from, to] = [await compiled(oldElements), await compiled(newElements)];
    const started = step(from, undefined, { type: 'start', instanceId: 'i', variables: {} }, env);
    if (started.outcome === 'rejected') throw new Error(started.message);

    const obstacles = checkMigration(migrationPlan(from, to), from, to, started.state);

    expect(obstacles).toEqual([{ element: 'a', message: expect.stringContaining(message) }]);
  });

  it('names wrong pairs of a plan that was edited', async () => {
    const process = await compiled(line(task, due('t', 'P3D')));
    const plan = migrationPlan(process, process, {
      mapping: { a: 'e', b: 'nowhere', ghost: 'b', t: null },
      anew: ['b'],
    });

    expect(plan.mapping).not.toHaveProperty('t');
    expect(checkPlan(plan, process, process).map(({ element, message }) => `${element}: ${message}`)).toEqual([
      'a: "a" and "e" are of different kinds: userTask and endEvent',
      'b: "nowhere" is not in the new version',
      'b: "b" is no event of the new version that is waited for',
    ]);
  });
});
