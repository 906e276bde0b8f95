/** A whole BPMN file around the elements of one process `p`; `roots` are messages, errors and the like. */
export function model(elements: string, roots = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="definitions" targetNamespace="test">
${roots}<bpmn:process id="p" isExecutable="true">${elements}</bpmn:process></bpmn:definitions>`;
}

/** One element without content: `node('userTask', 'a', 'default="f"')`. */
export function node(type: string, id: string, attributes = '', content = ''): string {
  return `<bpmn:${type} id="${id}" ${attributes}>${content}</bpmn:${type}>`;
}

/** Sequence flows from `'a b'` or, with a condition, `'a b: x > 1'`; the ids are `a-b`. */
export function flows(...texts: readonly string[]): string {
  return texts
    .map((text) => {
      const [ends = '', condition] = text.split(': ');
      const [source = '', target = ''] = ends.split(' ');
      const escaped = condition?.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      const body = escaped ? `<bpmn:conditionExpression>${escaped}</bpmn:conditionExpression>` : '';
      return `<bpmn:sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${body}</bpmn:sequenceFlow>`;
    })
    .join('\n');
}

/** The definition of a timer: `timer('Duration', 'P3D', 'calendar')`. */
export function timer(kind: 'Date' | 'Duration' | 'Cycle', value: string, calendar?: string): string {
  const named = calendar === undefined ? '' : ` lianban:calendar="${calendar}"`;
  return `<bpmn:timerEventDefinition${named}><bpmn:time${kind}>${value}</bpmn:time${kind}></bpmn:timerEventDefinition>`;
}

/** A boundary event on an activity. */
export function boundary(id: string, host: string, definition: string, attributes = ''): string {
  return node('boundaryEvent', id, `attachedToRef="${host}" ${attributes}`, definition);
}
