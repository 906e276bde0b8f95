import type { FlowNode, FlowNodeType, NodeOf } from '../model/flow-node.js';
import { adHocSubProcess } from './ad-hoc-sub-process.js';
import type { Behaviour } from './behaviour.js';
import { boundaryEvent } from './boundary-event.js';
import { businessRuleTask } from './business-rule-task.js';
import { callActivity } from './call-activity.js';
import { complexGateway } from './complex-gateway.js';
import { endEvent } from './end-event.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { eventSubProcess } from './event-sub-process.js';
import { exclusiveGateway } from './exclusive-gateway.js';
import { inclusiveGateway } from './inclusive-gateway.js';
import { intermediateCatchEvent } from './intermediate-catch-event.js';
import { intermediateThrowEvent } from './intermediate-throw-event.js';
import { parallelGateway } from './parallel-gateway.js';
import { passThroughTask } from './pass-through-task.js';
import { receiveTask } from './receive-task.js';
import { scriptTask } from './script-task.js';
import { serviceTask } from './service-task.js';
import { startEvent } from './start-event.js';
import { subProcess } from './sub-process.js';
import { userTask } from './user-task.js';

type Behaviours = { readonly [T in FlowNodeType]: Behaviour<NodeOf<T>> };

/** The one table from element type to behaviour; a type without a behaviour does not compile. */
const behaviours: Behaviours = {
  startEvent,
  endEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
  boundaryEvent,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  complexGateway,
  task: passThroughTask,
  manualTask: passThroughTask,
  userTask,
  serviceTask,
  sendTask: serviceTask,
  receiveTask,
  scriptTask,
  businessRuleTask,
  subProcess,
  transaction: subProcess,
  eventSubProcess,
  adHocSubProcess,
  callActivity,
};

/** The behaviour of a flow node. */
export function behaviourOf(node: FlowNode): Behaviour<FlowNode> {
  return behaviours[node.type];
}
