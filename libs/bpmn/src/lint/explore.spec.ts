import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import { boundary, flows, model, node } from '../testing/model.js';
import { explore, type Exploration, type ExploreLimits } from './explore.js';

const roots = '<bpmn:message id="m" name="news"/><bpmn:error id="x" errorCode="X"/>';

async function explored(elements: string, limits?: ExploreLimits): Promise<Exploration> {
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: model(elements, roots) }]);
  const process = definitions?.processes.get('p');
  if (!process) throw new Error(JSON.stringify(problems));
  return explore(process, limits);
}

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const task = (id: string): string => node('userTask', id);
const choice = node('exclusiveGateway', 'g', 'default="g-b"');
const fork = node('parallelGateway', 'f');
const twoWays = flows('s g', 'g a: x = 1', 'g b');
const twoBranches = flows('s f', 'f a', 'f b');

describe('an exploration finds', () => {
  it.each<[string, string, string[]]>([
    [
      'a parallel join behind a choice',
      start +
        choice +
        task('a') +
        task('b') +
        node('parallelGateway', 'j') +
        end +
        twoWays +
        flows('a j', 'b j', 'j e'),
      ['deadlock j'],
    ],
    [
      'branches that are not joined',
      start +
        fork +
        task('a') +
        task('b') +
        node('exclusiveGateway', 'j') +
        task('c') +
        end +
        twoBranches +
        flows('a j', 'b j', 'j c', 'c e'),
      ['lack-of-synchronisation c'],
    ],
    [
      'a loop without a pause',
      start + node('exclusiveGateway', 'j') + node('task', 'a') + node('task', 'b') + flows('s j', 'j a', 'a b', 'b j'),
      ['livelock'],
    ],
    [
      'an element that nothing leads to for certain',
      start +
        fork +
        task('a') +
        task('b') +
        node('inclusiveGateway', 'j') +
        end +
        node(
          'subProcess',
          'sub',
          '',
          node('startEvent', 'si') + node('endEvent', 'so', '', '<bpmn:terminateEventDefinition/>') + flows('si so'),
        ) +
        boundary('never', 'sub', '<bpmn:messageEventDefinition messageRef="m"/>') +
        task('late') +
        node('endEvent', 'le') +
        twoBranches +
        flows('a j', 'b j', 'j sub', 'sub e', 'never late', 'late le'),
      ['dead-path never', 'dead-path late', 'dead-path le'],
    ],
    [
      'a join that an error takes a branch away from',
      start +
        fork +
        task('a') +
        task('b') +
        node('parallelGateway', 'j') +
        end +
        boundary('failed', 'a', '<bpmn:errorEventDefinition errorRef="x"/>') +
        node('endEvent', 'fe') +
        twoBranches +
        flows('a j', 'b j', 'j e', 'failed fe'),
      ['deadlock j'],
    ],
  ])('%s', async (_what, elements, expected) => {
    const { findings, complete } = await explored(elements);

    expect(complete).toBe(true);
    expect(findings.map(({ code, element }) => (code === 'livelock' ? code : `${code} ${element ?? ''}`))).toEqual(
      expected,
    );
    for (const { message, severity } of findings) expect([message.length > 40, severity]).toEqual([true, 'warning']);
  });

  it.each<[string, string]>([
    [
      'a choice joined by a choice',
      start +
        choice +
        task('a') +
        task('b') +
        node('exclusiveGateway', 'j') +
        end +
        twoWays +
        flows('a j', 'b j', 'j e'),
    ],
    [
      'branches that are joined',
      start +
        fork +
        task('a') +
        task('b') +
        node('parallelGateway', 'j') +
        end +
        twoBranches +
        flows('a j', 'b j', 'j e'),
    ],
    [
      'an inclusive split and join',
      start +
        node('inclusiveGateway', 'i', 'default="i-c"') +
        task('a') +
        task('b') +
        task('c') +
        node('inclusiveGateway', 'j') +
        end +
        flows('s i', 'i a: x = 1', 'i b: y = 1', 'i c', 'a j', 'b j', 'c j', 'j e'),
    ],
    [
      'a loop that people can leave',
      start +
        node('exclusiveGateway', 'back') +
        task('a') +
        choice +
        task('b') +
        end +
        flows('s back', 'back a', 'a g', 'g back: again', 'g b', 'b e'),
    ],
    [
      'a reminder beside its task',
      start +
        task('a') +
        end +
        boundary(
          'due',
          'a',
          '<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>',
          'cancelActivity="false"',
        ) +
        task('remind') +
        node('endEvent', 're') +
        flows('s a', 'a e', 'due remind', 'remind re'),
    ],
    [
      'an event sub-process that may begin again and again',
      start +
        task('a') +
        end +
        node(
          'subProcess',
          'aside',
          'triggeredByEvent="true"',
          node('startEvent', 'rung', 'isInterrupting="false"', '<bpmn:messageEventDefinition messageRef="m"/>') +
            task('note') +
            node('endEvent', 'noted') +
            flows('rung note', 'note noted'),
        ) +
        flows('s a', 'a e'),
    ],
    [
      'several instances of one task',
      start +
        node(
          'userTask',
          'a',
          '',
          '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
        ) +
        end +
        flows('s a', 'a e'),
    ],
  ])('nothing in %s', async (_what, elements) => {
    expect(await explored(elements)).toMatchObject({ findings: [], complete: true });
  });

  it('and says when there was too much to see all', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `t${index}`);
    const elements =
      start +
      fork +
      many.map(task).join('') +
      node('parallelGateway', 'j') +
      end +
      flows('s f', 'j e', ...many.flatMap((id) => [`f ${id}`, `${id} j`]));

    expect(await explored(elements, { states: 200 })).toMatchObject({ findings: [], complete: false });
    expect((await explored(elements)).states).toBe(2 ** 12);
  });
});
