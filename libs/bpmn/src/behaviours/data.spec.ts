import { describe, it } from '@jest/globals';
import { check } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';

const objects =
  '<bpmn:dataObject id="d1" name="letter"/><bpmn:dataObjectReference id="r1" dataObjectRef="d1"/>' +
  '<bpmn:dataObject id="d2" name="answer"/><bpmn:dataObjectReference id="r2" dataObjectRef="d2"/>';
const specification =
  '<bpmn:ioSpecification><bpmn:dataInput id="in" name="text"/><bpmn:dataOutput id="out" name="reply"/>' +
  '<bpmn:inputSet><bpmn:dataInputRefs>in</bpmn:dataInputRefs></bpmn:inputSet>' +
  '<bpmn:outputSet><bpmn:dataOutputRefs>out</bpmn:dataOutputRefs></bpmn:outputSet></bpmn:ioSpecification>';
const association = (way: 'Input' | 'Output', source: string, target: string, more = '') =>
  `<bpmn:data${way}Association id="${way}${source}"><bpmn:sourceRef>${source}</bpmn:sourceRef>` +
  `<bpmn:targetRef>${target}</bpmn:targetRef>${more}</bpmn:data${way}Association>`;

const around = (type: string, attributes: string, content: string) =>
  model(
    objects +
      node('startEvent', 's') +
      node(type, 't', attributes, content) +
      node('endEvent', 'e') +
      flows('s t', 't e'),
  );

describe('a data association', () => {
  it('brings a data object in under the name of the input, and the output out to another', async () => {
    const content =
      specification +
      association('Input', 'r1', 'in') +
      association('Output', 'out', 'r2') +
      '<bpmn:script>"on: " + text</bpmn:script>';
    await check(around('scriptTask', 'lianban:resultVariable="reply"', content), {
      start: { variables: { letter: '路灯不亮' } },
      expect: { state: 'completed', variables: { answer: 'on: 路灯不亮' } },
    });
  });

  it('transforms, or assigns, what it carries', async () => {
    const transformed =
      specification + association('Input', 'r1', 'in', '<bpmn:transformation>upper case(letter)</bpmn:transformation>');
    const assigned =
      specification +
      association(
        'Output',
        'out',
        'r2',
        '<bpmn:assignment><bpmn:from>reply + "!"</bpmn:from><bpmn:to>answer</bpmn:to></bpmn:assignment>',
      );
    const script = '<bpmn:script>text</bpmn:script>';
    await check(around('scriptTask', 'lianban:resultVariable="seen"', transformed + script), {
      start: { variables: { letter: 'lamp' } },
      expect: { variables: { seen: 'LAMP' } },
    });
    await check(around('userTask', '', assigned), {
      steps: [{ complete: 't', variables: { reply: 'mended', ok: true } }],
      expect: { state: 'completed', variables: { answer: 'mended!', reply: 'mended', ok: true } },
    });
  });

  it('of data that are not there hides no variable of the same name', async () => {
    const content = specification + association('Input', 'r1', 'in') + '<bpmn:script>text</bpmn:script>';
    await check(around('scriptTask', 'lianban:resultVariable="seen"', content), {
      start: { variables: { text: 'kept' } },
      expect: { variables: { seen: 'kept' } },
    });
  });
});
