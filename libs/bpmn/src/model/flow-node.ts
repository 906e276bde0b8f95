import type { TermRole } from '../core/state.js';
import type { Expression, Mapping } from './expression.js';
import type { MessageDefinition, Trigger } from './trigger.js';

interface NodeBase {
  readonly id: string;
  readonly name?: string;
  /** Id of the process or sub-process that directly contains the node. */
  readonly scope: string;
  readonly incoming: readonly string[];
  /** In document order, which is also the order of evaluation. */
  readonly outgoing: readonly string[];
  readonly defaultFlow?: string;
  /** Innermost lane that names the node. */
  readonly lane?: string;
}

interface ActivityBase extends NodeBase {
  /** Ids of the boundary events attached to the activity. */
  readonly boundary: readonly string[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
}

/** One way a user task can be finished; the chosen id becomes the variable `outcome`. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly opinion: 'required' | 'optional';
}

/** Who may work on a user task (BPMN 2.0 §10.3.4.1 "Human Interactions"), from the task or else from its lane. */
export interface Assignment {
  readonly assignee?: Expression;
  readonly candidateUsers?: Expression;
  readonly candidateGroups?: Expression;
  /** The organisation unit that is responsible. */
  readonly unit?: Expression;
}

export interface StartEvent extends NodeBase {
  readonly type: 'startEvent';
  readonly trigger: Trigger;
}

export interface EndEvent extends NodeBase {
  readonly type: 'endEvent';
  readonly trigger: Trigger;
}

export interface IntermediateCatchEvent extends NodeBase {
  readonly type: 'intermediateCatchEvent';
  readonly trigger: Trigger;
}

export interface IntermediateThrowEvent extends NodeBase {
  readonly type: 'intermediateThrowEvent';
  readonly trigger: Trigger;
}

export interface BoundaryEvent extends NodeBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  readonly trigger: Trigger;
  /** What the timer means for the term of its activity: `warning` (yellow light), `due` (red light). */
  readonly termRole?: TermRole;
}

export interface ExclusiveGateway extends NodeBase {
  readonly type: 'exclusiveGateway';
}

export interface ParallelGateway extends NodeBase {
  readonly type: 'parallelGateway';
}

export interface InclusiveGateway extends NodeBase {
  readonly type: 'inclusiveGateway';
}

/** Abstract and manual tasks: nothing to wait for (BPMN 2.0 §10.3.3). */
export interface PassThroughTask extends ActivityBase {
  readonly type: 'task' | 'manualTask';
}

export interface UserTask extends ActivityBase {
  readonly type: 'userTask';
  readonly assignment: Assignment;
  readonly form?: string;
  readonly outcomes: readonly Outcome[];
  /** Further `lianban:` attributes of the task, passed on to listeners as they stand. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Work done outside the core: a handler or external worker takes the job named by `topic`. */
export interface ServiceTask extends ActivityBase {
  readonly type: 'serviceTask' | 'sendTask';
  readonly topic?: string;
  readonly resultVariable?: string;
  readonly expression?: Expression;
  readonly properties: Readonly<Record<string, string>>;
}

export interface ReceiveTask extends ActivityBase {
  readonly type: 'receiveTask';
  readonly message?: MessageDefinition;
}

export interface ScriptTask extends ActivityBase {
  readonly type: 'scriptTask';
  readonly script: Expression;
  readonly resultVariable?: string;
}

export interface BusinessRuleTask extends ActivityBase {
  readonly type: 'businessRuleTask';
  readonly decision?: string;
  readonly resultVariable?: string;
}

export interface SubProcess extends ActivityBase {
  readonly type: 'subProcess';
}

export interface CallActivity extends ActivityBase {
  readonly type: 'callActivity';
  readonly calledElement: Expression;
  readonly binding: 'latest' | 'deployment' | { readonly version: number };
  /** True when all of the caller's variables go in, and all of the callee's come back. */
  readonly inheritVariables: boolean;
}

/** Every kind of flow node that the core can execute; the reader refuses others by name. */
export type FlowNode =
  | StartEvent
  | EndEvent
  | IntermediateCatchEvent
  | IntermediateThrowEvent
  | BoundaryEvent
  | ExclusiveGateway
  | ParallelGateway
  | InclusiveGateway
  | PassThroughTask
  | UserTask
  | ServiceTask
  | ReceiveTask
  | ScriptTask
  | BusinessRuleTask
  | SubProcess
  | CallActivity;

export type FlowNodeType = FlowNode['type'];

export type Activity = Extract<FlowNode, { readonly boundary: readonly string[] }>;

/** The flow node of one type. */
export type NodeOf<T extends FlowNodeType> = Extract<FlowNode, { readonly type: T }>;

/** True for the nodes that can carry boundary events and mappings. */
export function isActivity(node: FlowNode): node is Activity {
  return 'boundary' in node;
}
