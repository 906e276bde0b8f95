/** What the parts of a new diagram are called. */
interface Names {
  readonly start: string;
  readonly step: string;
  readonly end: string;
  readonly resolved: string;
}

/** A workflow of one step from which one goes on. */
export function emptyDiagram(key: string, name: string, names: Names): string {
  const [title, start, step, end] = [name, names.start, names.step, names.end].map(escaped);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:lianban="http://lianban.org/schema/bpmn" id="${key}-definitions" targetNamespace="http://lianban.org/workflows">
  <bpmn:process id="${key}" name="${title}" isExecutable="true">
    <bpmn:startEvent id="start" name="${start}"><bpmn:outgoing>start-to-step</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="step" name="${step}" lianban:unit="=station">
      <bpmn:extensionElements><lianban:outcome id="resolved" name="${escaped(names.resolved)}" opinion="required" /></bpmn:extensionElements>
      <bpmn:incoming>start-to-step</bpmn:incoming><bpmn:outgoing>step-to-end</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end" name="${end}"><bpmn:incoming>step-to-end</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="start-to-step" sourceRef="start" targetRef="step" />
    <bpmn:sequenceFlow id="step-to-end" sourceRef="step" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${key}">
      <bpmndi:BPMNShape id="start-shape" bpmnElement="start"><dc:Bounds x="160" y="142" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="167" y="185" width="22" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="step-shape" bpmnElement="step"><dc:Bounds x="260" y="120" width="100" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="end-shape" bpmnElement="end"><dc:Bounds x="424" y="142" width="36" height="36" /><bpmndi:BPMNLabel><dc:Bounds x="431" y="185" width="22" height="14" /></bpmndi:BPMNLabel></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="start-to-step-edge" bpmnElement="start-to-step"><di:waypoint x="196" y="160" /><di:waypoint x="260" y="160" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="step-to-end-edge" bpmnElement="step-to-end"><di:waypoint x="360" y="160" /><di:waypoint x="424" y="160" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
