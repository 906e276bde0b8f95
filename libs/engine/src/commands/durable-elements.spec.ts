import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MessageService } from '../messages/message.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';

const roots = '<message id="m" name="evidence" /><message id="w" name="withdrawn" />';
const byMessage = (id: string) => `<messageEventDefinition messageRef="${id}" />`;
const many =
  '<multiInstanceLoopCharacteristics lianban:collection="units" lianban:elementVariable="unit" lianban:outputCollection="opinions" lianban:outputElement="opinion" />';
const term = (id: string, duration: string) =>
  `<timerEventDefinition id="${id}"><timeDuration>${duration}</timeDuration></timerEventDefinition>`;

/** Opinions of several units, with a term for all of them together. */
const countersign = processFile(
  'countersign',
  `${inARow(['sign', `<userTask id="sign" lianban:unit="=unit">${many}</userTask>`])}
  <boundaryEvent id="late" attachedToRef="sign" cancelActivity="false" lianban:term="due">${term('lt', 'PT3H')}<outgoing>x</outgoing></boundaryEvent>
  <userTask id="urge" /><sequenceFlow id="x" sourceRef="late" targetRef="urge" />`,
);

/** Waits for evidence or a day; may be withdrawn at any time. */
const evidence = processFile(
  'evidence',
  `<startEvent id="s" /><eventBasedGateway id="g" />
  <intermediateCatchEvent id="came">${byMessage('m')}</intermediateCatchEvent>
  <intermediateCatchEvent id="day">${term('dt', 'P1D')}</intermediateCatchEvent>
  <userTask id="judge" /><endEvent id="e" />
  <sequenceFlow id="f1" sourceRef="s" targetRef="g" /><sequenceFlow id="f2" sourceRef="g" targetRef="came" />
  <sequenceFlow id="f3" sourceRef="g" targetRef="day" /><sequenceFlow id="f4" sourceRef="came" targetRef="judge" />
  <sequenceFlow id="f5" sourceRef="day" targetRef="e" /><sequenceFlow id="f6" sourceRef="judge" targetRef="e" />
  <subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${byMessage('w')}</startEvent><userTask id="file" />
  <sequenceFlow id="f7" sourceRef="hs" targetRef="file" /></subProcess>`,
  roots,
);

/** Two steps that can be undone, in a transaction that is cancelled when nobody agrees. */
const grant = processFile(
  'grant',
  `<startEvent id="s" /><transaction id="t"><startEvent id="is" />
  <userTask id="reserve" /><boundaryEvent id="c" attachedToRef="reserve"><compensateEventDefinition /></boundaryEvent>
  <userTask id="give-back" isForCompensation="true" /><association id="a" sourceRef="c" targetRef="give-back" />
  <userTask id="agree" /><exclusiveGateway id="x" default="no" /><endEvent id="ok" />
  <endEvent id="cancel"><cancelEventDefinition /></endEvent>
  <sequenceFlow id="i1" sourceRef="is" targetRef="reserve" /><sequenceFlow id="i2" sourceRef="reserve" targetRef="agree" />
  <sequenceFlow id="i3" sourceRef="agree" targetRef="x" /><sequenceFlow id="no" sourceRef="x" targetRef="cancel" />
  <sequenceFlow id="yes" sourceRef="x" targetRef="ok"><conditionExpression>agreed</conditionExpression></sequenceFlow></transaction>
  <boundaryEvent id="cancelled" attachedToRef="t"><cancelEventDefinition /></boundaryEvent>
  <userTask id="explain" /><endEvent id="e" /><sequenceFlow id="o1" sourceRef="s" targetRef="t" />
  <sequenceFlow id="o2" sourceRef="t" targetRef="e" /><sequenceFlow id="o3" sourceRef="cancelled" targetRef="explain" />`,
);

describe('elements that outlive a step, on the database', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([[countersign], [evidence], [grant]]);
  });

  afterAll(async () => await world?.close());

  it('a multi-instance task is offered to every unit, with the term of all of them', async () => {
    const { instanceId, tasks } = await world.start('countersign', { units: ['water', 'roads', 'parks'] });
    const offered = await world.rows<{ unit: string; due: boolean }>(
      'SELECT unit, due_at IS NOT NULL AS due FROM engine.task WHERE instance_id = $1 ORDER BY key',
      instanceId,
    );
    expect(offered).toEqual([
      { unit: 'water', due: true },
      { unit: 'roads', due: true },
      { unit: 'parks', due: true },
    ]);

    for (const [index, task] of [...tasks].reverse().entries())
      await world.complete(task.id, { opinion: `no ${index}` });

    const variables = await world.rows<{ opinions: string[] }>(
      `SELECT state -> 'elements' -> (state ->> 'root') -> 'variables' -> 'opinions' AS opinions FROM engine.instance WHERE id = $1`,
      instanceId,
    );
    expect(variables).toEqual([{ opinions: ['no 2', 'no 1', 'no 0'] }]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('a term of a multi-instance task fires once for all of it', async () => {
    const { instanceId } = await world.start('countersign', { units: ['water', 'roads'] });

    await world.advanceTo('2026-03-02T12:30:00+08:00');

    const open = await world.rows<{ element_id: string }>(
      'SELECT element_id FROM engine.task WHERE instance_id = $1 ORDER BY key',
      instanceId,
    );
    expect(open.map(({ element_id }) => element_id)).toEqual(['sign', 'sign', 'urge']);
    expect(await world.disagreements()).toEqual([]);
  });

  it('an event-based gateway leaves no timer and no subscription behind but those of the scope', async () => {
    const { instanceId } = await world.start('evidence');
    await publish('evidence');

    const waits = await world.rows(
      `SELECT element_id FROM engine.timer WHERE instance_id = $1
        UNION ALL SELECT element_id FROM engine.subscription WHERE instance_id = $1`,
      instanceId,
    );

    expect(waits).toEqual([{ element_id: 'hs' }]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('a message to an event sub-process ends what was open', async () => {
    await publish('withdrawn');

    const open = await world.rows(
      `SELECT t.element_id FROM engine.task t JOIN engine.instance i ON i.id = t.instance_id
        WHERE i.state ->> 'processId' = 'evidence'`,
    );
    expect(open).toEqual([{ element_id: 'file' }]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('a cancelled transaction offers its compensation, then goes on behind its cancel event', async () => {
    const { tasks } = await world.start('grant', { agreed: false });
    const { tasks: next } = await world.complete(tasks[0]?.id);

    const undoing = await world.complete(next[0]?.id);
    expect(undoing.tasks.map(({ elementId }) => elementId)).toEqual(['give-back']);
    const after = await world.complete(undoing.tasks[0]?.id);

    expect(after.tasks.map(({ elementId }) => elementId)).toEqual(['explain']);
    expect(await world.disagreements()).toEqual([]);
  });

  async function publish(name: string): Promise<void> {
    await world.database.transaction((tx) =>
      world.get(MessageService).publish(tx, { name, correlation: {}, variables: {} }),
    );
  }
});
