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
