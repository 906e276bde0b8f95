/** A small process of two user tasks for specs: station (3 working days) → street (2), each lapse climbs by itself. */
export const twoStepRouting = {
  name: 'two-step-routing.bpmn',
  content: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  id="two-step-routing" targetNamespace="https://lianban.dev/test">
  <process id="case-routing" name="两级办理" isExecutable="true">
    <startEvent id="filed" />
    <userTask id="station-handles" name="工作站办理" lianban:unit="= station">
      <extensionElements>
        <lianban:outcome id="resolved" name="办结" opinion="required" closes="true" />
        <lianban:outcome id="escalate" name="上报" opinion="optional" />
      </extensionElements>
    </userTask>
    <boundaryEvent id="station-warning" attachedToRef="station-handles" cancelActivity="false" lianban:term="warning">
      <timerEventDefinition lianban:calendar="working-days"><timeDuration>P2D</timeDuration></timerEventDefinition>
    </boundaryEvent>
    <endEvent id="warned" />
    <boundaryEvent id="station-lapses" attachedToRef="station-handles" cancelActivity="true" lianban:term="due">
      <timerEventDefinition lianban:calendar="working-days"><timeDuration>P3D</timeDuration></timerEventDefinition>
    </boundaryEvent>
    <exclusiveGateway id="solved" default="is-solved" />
    <userTask id="street-coordinates" name="街道协调" lianban:unit="= street" lianban:queue="joint-meeting">
      <extensionElements><lianban:outcome id="handled" name="办结" opinion="optional" /></extensionElements>
    </userTask>
    <boundaryEvent id="street-lapses" attachedToRef="street-coordinates" cancelActivity="true" lianban:term="due">
      <timerEventDefinition lianban:calendar="working-days"><timeDuration>P2D</timeDuration></timerEventDefinition>
    </boundaryEvent>
    <endEvent id="ended" />
    <sequenceFlow id="starts" sourceRef="filed" targetRef="station-handles" />
    <sequenceFlow id="decides" sourceRef="station-handles" targetRef="solved" />
    <sequenceFlow id="warns" sourceRef="station-warning" targetRef="warned" />
    <sequenceFlow id="climbs" sourceRef="station-lapses" targetRef="street-coordinates" />
    <sequenceFlow id="is-solved" sourceRef="solved" targetRef="ended" />
    <sequenceFlow id="is-reported" sourceRef="solved" targetRef="street-coordinates">
      <conditionExpression>= outcome = "escalate"</conditionExpression>
    </sequenceFlow>
    <sequenceFlow id="ends" sourceRef="street-coordinates" targetRef="ended" />
    <sequenceFlow id="gives-up" sourceRef="street-lapses" targetRef="ended" />
  </process>
</definitions>`,
};
