import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import { understoodAttributes, understoodElements } from '../reader/vendor-support.js';
import { weekdays } from '../testing/weekdays.js';
import { importReport } from './import-report.js';

const head = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="definitions" targetNamespace="t"
  xmlns:lianban="http://lianban.org/schema/bpmn" xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0">`;
const ends = '<bpmn:startEvent id="s"/><bpmn:endEvent id="e"/>';
const extended = (inside: string) =>
  inside === '' ? '' : `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;

/** A diagram with an element of a type that has an attribute or an extension element. */
function diagram(type: string, attributes: string, inside: string): string {
  const own = (content = '', more = '') =>
    `<bpmn:${type[0]?.toLowerCase()}${type.slice(1)} id="x" ${attributes} ${more}>${extended(inside)}${content}</bpmn:${type[0]?.toLowerCase()}${type.slice(1)}>`;
  const roots = `<bpmn:message id="m" name="m">${type === 'Message' ? extended(inside) : ''}</bpmn:message>
    <bpmn:error id="er" errorCode="E"/><bpmn:escalation id="es" escalationCode="E"/><bpmn:signal id="sg" name="n"/>`;
  const task = '<bpmn:userTask id="t" name="t"/>';
  const boundary = (definition: string) =>
    `${task}<bpmn:boundaryEvent id="b" attachedToRef="t">${definition}</bpmn:boundaryEvent><bpmn:sequenceFlow id="f" sourceRef="b" targetRef="e"/>`;
  const connected = `<bpmn:sequenceFlow id="i" sourceRef="s" targetRef="x"/><bpmn:sequenceFlow id="o" sourceRef="x" targetRef="e"/>`;
  const message = '<bpmn:messageEventDefinition messageRef="m"/>';
  const elements: Readonly<Record<string, string>> = {
    Lane: `<bpmn:laneSet id="ls">${own('<bpmn:flowNodeRef>t</bpmn:flowNodeRef>')}</bpmn:laneSet>${task}`,
    MultiInstanceLoopCharacteristics: `<bpmn:userTask id="t">${own('<bpmn:loopCardinality>2</bpmn:loopCardinality>')}</bpmn:userTask>`,
    ErrorEventDefinition: boundary(own('', 'errorRef="er"')),
    EscalationEventDefinition: boundary(own('', 'escalationRef="es"')),
    TimerEventDefinition: boundary(own('<bpmn:timeDuration>P1D</bpmn:timeDuration>')),
    MessageEventDefinition: boundary(own('', 'messageRef="m"')),
    SignalEventDefinition: boundary(own('', 'signalRef="sg"')),
    Message: boundary(message),
    BoundaryEvent: `${task}${own(timed(attributes) ?? message, 'attachedToRef="t"')}<bpmn:sequenceFlow id="f" sourceRef="x" targetRef="e"/>`,
    IntermediateCatchEvent: own(timed(attributes) ?? message) + connected,
    IntermediateThrowEvent: own(message) + connected,
    StartEvent: `${own(timed(attributes) ?? message)}<bpmn:sequenceFlow id="f" sourceRef="x" targetRef="e"/>`,
    EndEvent: `${own(message)}<bpmn:sequenceFlow id="f" sourceRef="s" targetRef="x"/>`,
    ScriptTask: own('<bpmn:script>1</bpmn:script>', 'scriptFormat="feel"'),
    CallActivity: own('', 'calledElement="q"'),
    AdHocSubProcess: own('<bpmn:task id="inner"/>'),
  };
  return `${head}${roots}<bpmn:process id="p" isExecutable="true">${ends}${elements[type] ?? own()}</bpmn:process></bpmn:definitions>`;
}

/** Where a calendar stands, a timer must. */
function timed(attributes: string): string | undefined {
  return attributes.includes(':calendar')
    ? '<bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>'
    : undefined;
}

const values: Readonly<Record<string, string>> = {
  calledElementBinding: 'latest',
  calledElementVersion: '2" c:calledElementBinding="version',
  dueDate: 'P3D',
  inheritVariables: 'true',
  term: 'due',
  calendar: 'office',
};

const contents: Readonly<Record<string, string>> = {
  input: '<c:input source="=1" target="v"/>',
  output: '<c:output source="=1" target="v"/>',
  'ioMapping/input': '<zeebe:ioMapping><zeebe:input source="=1" target="v"/></zeebe:ioMapping>',
  'ioMapping/output': '<zeebe:ioMapping><zeebe:output source="=1" target="v"/></zeebe:ioMapping>',
  'inputOutput/inputParameter': '<c:inputOutput><c:inputParameter name="v">1</c:inputParameter></c:inputOutput>',
  'inputOutput/outputParameter': '<c:inputOutput><c:outputParameter name="v">1</c:outputParameter></c:inputOutput>',
  in: '<c:in source="a" target="v"/>',
  out: '<c:out source="a" target="v"/>',
  outcome: '<c:outcome id="done"/>',
  assignmentDefinition: '<zeebe:assignmentDefinition assignee="li"/>',
  formDefinition: '<zeebe:formDefinition formId="form"/>',
  taskSchedule: '<zeebe:taskSchedule dueDate="P3D"/>',
  taskDefinition: '<zeebe:taskDefinition type="mail"/>',
  failedJobRetryTimeCycle: '<c:failedJobRetryTimeCycle>R3/PT1M</c:failedJobRetryTimeCycle>',
  script: '<zeebe:script expression="=2" resultVariable="v"/>',
  calledDecision: '<zeebe:calledDecision decisionId="d" resultVariable="v"/>',
  calledElement: '<zeebe:calledElement processId="r"/>',
  loopCharacteristics: '<zeebe:loopCharacteristics inputCollection="=list"/>',
  correlation: '<c:correlation key="k" value="=v"/>',
  subscription: '<zeebe:subscription correlationKey="=v"/>',
};

/** What the core gets of a diagram, or the words that refuse it. */
async function readingOf(xml: string): Promise<string> {
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: xml }], {
    calendars: weekdays,
  });
  const process = definitions?.processes.get('p');
  return process
    ? JSON.stringify([[...process.nodes.values()], [...process.lanes.values()]])
    : JSON.stringify(problems.filter(({ severity }) => severity === 'error'));
}

const attributePairs = Object.entries(understoodAttributes).flatMap(([name, types]) =>
  types.map((type) => [name, type] as const),
);
const elementPairs = Object.entries(understoodElements).flatMap(([path, types]) =>
  types.map((type) => [path, type] as const),
);

describe('an extension that is said to be understood', () => {
  it.each(attributePairs)('%s at a %s changes what the core gets, whatever its prefix', async (name, type) => {
    const value = values[name] ?? 'value';
    const beside = name === 'inheritVariables' ? contents['in'] : '';
    const read = await readingOf(diagram(type, `c:${name}="${value}"`, beside ?? ''));

    expect(read).not.toEqual(await readingOf(diagram(type, '', beside ?? '')));
    const { uses } = await importReport('p.bpmn', diagram(type, `c:${name}="${value}"`, ''));
    expect(uses).toContainEqual(expect.objectContaining({ name: `c:${name}`, support: 'understood' }));
  });

  it.each(elementPairs)('%s in a %s changes what the core gets', async (path, type) => {
    const content = contents[path] ?? '';
    const withoutCalled = (xml: string) => (path === 'calledElement' ? xml.replace('calledElement="q"', '') : xml);
    const read = await readingOf(withoutCalled(diagram(type, '', content)));

    expect(read).not.toEqual(await readingOf(withoutCalled(diagram(type, '', ''))));
    const { counts } = await importReport('p.bpmn', diagram(type, '', content));
    expect(counts).toEqual({ understood: 1, kept: 0, unsupported: 0 });
  });
});

describe('the report on a diagram of another tool', () => {
  const drawn = diagram(
    'ServiceTask',
    'c:class="org.example.Mail" c:asyncBefore="true" c:type="mail"',
    `<c:executionListener event="start" class="A"/><c:properties><c:property name="a"/></c:properties>
     <x:note xmlns:x="http://example.org/x">n</x:note>
     <c:inputOutput><c:inputParameter name="v"><c:script scriptFormat="groovy">1</c:script></c:inputParameter></c:inputOutput>`,
  );

  it('tells of each extension where it stands, and what to do about what is not supported', async () => {
    const { uses, counts } = await importReport('p.bpmn', drawn);

    expect(counts).toEqual({ understood: 0, kept: 3, unsupported: 4 });
    expect(uses.map(({ element, name, support }) => `${element ?? ''} ${name} ${support}`)).toEqual([
      'x c:class unsupported',
      'x c:asyncBefore kept',
      'x c:type unsupported',
      'x c:executionListener unsupported',
      'x c:properties kept',
      'x x:note kept',
      'x c:inputOutput/inputParameter unsupported',
    ]);
    expect(uses[0]?.advice).toBe('Java code cannot run here; give the task a topic and let a worker do it');
  });

  it('is warned of at deployment, too', async () => {
    const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: drawn }]);

    expect(definitions).toBeDefined();
    expect(problems.filter(({ code }) => code === 'extension-unsupported')).toHaveLength(4);
  });

  it('says why a file is not readable', async () => {
    expect(await importReport('p.bpmn', 'hello')).toMatchObject({ uses: [], problems: [{ code: 'xml-syntax' }] });
  });
});
