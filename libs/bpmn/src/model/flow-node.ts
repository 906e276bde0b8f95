import type { TermRole } from '../core/state.js';
import type { Expression, Mapping } from './expression.js';
import type { LoopCharacteristics } from './loop.js';
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
  /** From data associations: what comes in beside the inputs, and goes out beside results and outputs. */
  readonly dataInputs?: readonly Mapping[];
  readonly dataOutputs?: readonly Mapping[];
  readonly loop?: LoopCharacteristics;
  /** True for a compensation handler, which has its place outside the flow. */
  readonly forCompensation?: boolean;
  /** Tokens that must arrive before the activity begins; 1 when absent. */
  readonly startQuantity?: number;
  /** Tokens that go out over each flow; 1 when absent. */
  readonly completionQuantity?: number;
}

/** One way a user task can be finished; the chosen id becomes the variable `outcome`. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly opinion: 'required' | 'optional';
  /** Name of the act through which alone people choose it, because it asks for more than an opinion. */
  readonly act?: string;
  /** True when it answers the matter: people then say by what means, and what the person who asked is told. */
  readonly closes?: boolean;
  /** How often somebody must have been called in vain before, in hours of their own. */
  readonly tries?: number;
}

/** Who may work on a user task (BPMN 2.0 §10.3.4.1 "Human Interactions"), from the task or else from its lane. */
export interface Assignment {
  readonly assignee?: Expression;
  readonly candidateUsers?: Expression;
  readonly candidateGroups?: Expression;
  /** The organisation unit that is responsible. */
  readonly unit?: Expression;
}

interface EventBase extends NodeBase {
  readonly trigger: Trigger;
  /** What a throwing event sends along. */
  readonly inputs: readonly Mapping[];
  /** What is taken of what a catching event receives; absent mappings take all of it. */
  readonly outputs: readonly Mapping[];
}

export interface StartEvent extends EventBase {
  readonly type: 'startEvent';
  /** Of an event sub-process: whether it ends everything else in the scope. */
  readonly interrupting: boolean;
}

export interface EndEvent extends EventBase {
  readonly type: 'endEvent';
}

export interface IntermediateCatchEvent extends EventBase {
  readonly type: 'intermediateCatchEvent';
}

export interface IntermediateThrowEvent extends EventBase {
  readonly type: 'intermediateThrowEvent';
}

export interface BoundaryEvent extends EventBase {
  readonly type: 'boundaryEvent';
  readonly attachedTo: string;
  readonly interrupting: boolean;
  /** What the timer means for the term of its activity: `warning` (yellow light), `due` (red light). */
  readonly termRole?: TermRole;
  /** The activity that compensates the host, when the trigger is compensation. */
  readonly handler?: string;
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

/** Waits for the first of the events behind it (BPMN 2.0 §10.6.6). */
export interface EventBasedGateway extends NodeBase {
  readonly type: 'eventBasedGateway';
  /** True: the process is started by one of its events. */
  readonly instantiate: boolean;
  /** True (instantiating only): all events are waited for. */
  readonly parallel: boolean;
}

export interface ComplexGateway extends NodeBase {
  readonly type: 'complexGateway';
  /** Looked at with every token that arrives; sees `activationCount`. */
  readonly activationCondition?: Expression;
}

/** Abstract and manual tasks: nothing to wait for (BPMN 2.0 §10.3.3). */
export interface PassThroughTask extends ActivityBase {
  readonly type: 'task' | 'manualTask';
}

export interface UserTask extends ActivityBase {
  readonly type: 'userTask';
  readonly assignment: Assignment;
  readonly form?: string;
  /** The form is named as other tools do, who may keep it elsewhere. */
  readonly foreignForm?: true;
  /** A date, or a duration from the creation of the task, where no boundary timer says when it is due. */
  readonly dueDate?: Expression;
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
  /** True: its message starts the process. */
  readonly instantiate: boolean;
}

/** A script in JavaScript, run in a sandbox. */
export interface JavaScriptSource {
  readonly kind: 'javascript';
  readonly source: string;
}

export interface ScriptTask extends ActivityBase {
  readonly type: 'scriptTask';
  readonly script: Expression | JavaScriptSource;
  readonly resultVariable?: string;
}

export interface BusinessRuleTask extends ActivityBase {
  readonly type: 'businessRuleTask';
  readonly decision?: string;
  readonly resultVariable?: string;
}

export interface SubProcess extends ActivityBase {
  readonly type: 'subProcess' | 'transaction';
}

/** Started by an event of its scope instead of by a token (BPMN 2.0 §10.3.5 "Event Sub-Process"). */
export interface EventSubProcess extends ActivityBase {
  readonly type: 'eventSubProcess';
}

export interface AdHocSubProcess extends ActivityBase {
  readonly type: 'adHocSubProcess';
  readonly sequential: boolean;
  /** Looked at whenever something inside completes. Absent: everything inside is done once, by itself. */
  readonly completionCondition?: Expression;
  readonly cancelRemaining: boolean;
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
  | EventBasedGateway
  | ComplexGateway
  | PassThroughTask
  | UserTask
  | ServiceTask
  | ReceiveTask
  | ScriptTask
  | BusinessRuleTask
  | SubProcess
  | EventSubProcess
  | AdHocSubProcess
  | CallActivity;

export type FlowNodeType = FlowNode['type'];

export type Activity = Extract<FlowNode, { readonly boundary: readonly string[] }>;

/** The flow node of one type. */
export type NodeOf<T extends FlowNodeType> = Extract<FlowNode, { readonly type: T }>;

/** True for the nodes that can carry boundary events and mappings. */
export function isActivity(node: FlowNode): node is Activity {
  return 'boundary' in node;
}
