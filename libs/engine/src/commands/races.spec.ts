import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { TimerService } from '../timers/timer.service.js';

const around = (key: string, elements: string) => ({
  name: `${key}.bpmn`,
  content: `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <process id="${key}" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>${elements}</process></definitions>`,
});

/** A hundred members vote; sixty yes are enough. */
const vote = around(
  'assembly',
  `<userTask id="vote"><multiInstanceLoopCharacteristics><loopCardinality>100</loopCardinality>
  <completionCondition>numberOfCompletedInstances >= 60</completionCondition></multiInstanceLoopCharacteristics></userTask>
  <userTask id="count"/><sequenceFlow id="f" sourceRef="s" targetRef="vote"/><sequenceFlow id="g" sourceRef="vote" targetRef="count"/>
  <sequenceFlow id="h" sourceRef="count" targetRef="e"/>`,
);

/** An answer and its deadline, of which one wins. */
const deadline = around(
  'deadline',
  `<userTask id="answer"/><boundaryEvent id="late" attachedToRef="answer"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
  <userTask id="remind"/><sequenceFlow id="f" sourceRef="s" targetRef="answer"/><sequenceFlow id="g" sourceRef="answer" targetRef="e"/>
  <sequenceFlow id="h" sourceRef="late" targetRef="remind"/><sequenceFlow id="i" sourceRef="remind" targetRef="e"/>`,
);

describe('commands at the same time on one instance', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([[vote], [deadline]]);
  });

  afterAll(async () => {
    expect(await world.disagreements()).toEqual([]);
    await world.close();
  });

  it('are taken one after the other: of a hundred votes sixty count, and the rest are told so', async () => {
    const { instanceId, tasks } = await world.start('assembly');
    expect(tasks).toHaveLength(100);

    const votes = await Promise.allSettled(tasks.map(({ id }) => world.complete(id, { voice: 'yes' })));

    const refused = votes.filter((each) => each.status === 'rejected');
    expect(votes.length - refused.length).toBe(60);
    expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
      new Set(['already-decided']),
    );
    const open = await world.rows<{ element_id: string }>(
      `SELECT element_id FROM engine.task WHERE instance_id = $1`,
      instanceId,
    );
    expect(open).toEqual([{ element_id: 'count' }]);
  });

  it('given twice count once, however often they are sent', async () => {
    const { tasks } = await world.start('assembly');
    const [first] = tasks;

    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => world.complete(first?.id)));

    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('and a timer of its own have one winner, in every instance', async () => {
    const started = await Promise.all(Array.from({ length: 20 }, () => world.start('deadline')));
    world.clock.advanceBy(3_600_000);
    const timers = world.get(TimerService);

    const answers = started.map(({ tasks: [task] }) => world.complete(task?.id));
    const [results] = await Promise.all([
      Promise.allSettled(answers),
      timers.fireAllDue({ limit: 5 }),
      timers.fireAllDue({ limit: 5 }),
    ]);

    const answered = results.filter(({ status }) => status === 'fulfilled').length;
    const [reminded] = await world.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM engine.task WHERE element_id = 'remind'`,
    );
    expect(answered + (reminded?.n ?? 0)).toBe(20);
  });
});
