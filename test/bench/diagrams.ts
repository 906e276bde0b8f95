const terms = ['first', 'second', 'third'];

/** Three user tasks in a row, each with an interrupting boundary timer. */
export const w2Diagram = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  targetNamespace="http://lianban.org/bench">
  <bpmn:process id="w2" name="W2" isExecutable="true">
    <bpmn:startEvent id="start"/>
    ${terms.map(task).join('')}
    <bpmn:endEvent id="end"/>
    <bpmn:endEvent id="lapsed"/>
    ${['start', ...terms].map((source, index) => flow(source, terms[index] ?? 'end')).join('')}
  </bpmn:process>
</bpmn:definitions>`;

function task(id: string): string {
  return `<bpmn:userTask id="${id}" name="${id}" lianban:candidateGroups="clerk" lianban:unit="station-1-1"/>
    <bpmn:boundaryEvent id="${id}-due" attachedToRef="${id}" lianban:term="due">
      <bpmn:timerEventDefinition><bpmn:timeDuration>P3D</bpmn:timeDuration></bpmn:timerEventDefinition>
    </bpmn:boundaryEvent>${flow(`${id}-due`, 'lapsed')}`;
}

function flow(source: string, target: string): string {
  return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"/>`;
}

const automatic = ['check', 'sort', 'number', 'file', 'tell'];

/** Start to end without a pause: five automatic tasks and a choice between two ways. */
export const w1Diagram = around(
  'w1',
  `<bpmn:startEvent id="start"/>
    ${automatic.map((id) => `<bpmn:task id="${id}"/>`).join('')}
    <bpmn:exclusiveGateway id="urgent" default="urgent-end"/>
    <bpmn:task id="hurry"/><bpmn:endEvent id="end"/>
    ${['start', ...automatic].map((source, index, all) => flow(source, all[index + 1] ?? 'urgent')).join('')}
    <bpmn:sequenceFlow id="urgent-hurry" sourceRef="urgent" targetRef="hurry">
      <bpmn:conditionExpression>urgency = "high"</bpmn:conditionExpression></bpmn:sequenceFlow>
    ${flow('urgent', 'end')}${flow('hurry', 'end')}`,
);

const branches = ['a', 'b', 'c', 'd', 'e'];

/** Five user tasks at once, joined. */
export const w3Diagram = around(
  'w3',
  `<bpmn:startEvent id="start"/><bpmn:parallelGateway id="split"/><bpmn:parallelGateway id="join"/><bpmn:endEvent id="end"/>
    ${branches.map((id) => `<bpmn:userTask id="${id}" name="${id}" lianban:unit="station-1-1"/>${flow('split', id)}${flow(id, 'join')}`).join('')}
    ${flow('start', 'split')}${flow('join', 'end')}`,
);

/** Waits until the instant that its variable names. */
export const w4Diagram = around(
  'w4',
  `<bpmn:startEvent id="start"/>
    <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition><bpmn:timeDate>=at</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    <bpmn:endEvent id="end"/>${flow('start', 'wait')}${flow('wait', 'end')}`,
);

function around(id: string, elements: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  targetNamespace="http://lianban.org/bench"><bpmn:process id="${id}" isExecutable="true">${elements}</bpmn:process></bpmn:definitions>`;
}
