import { readExpression } from '../expression/read-expression.js';
import type { Activity, AdHocSubProcess, BoundaryEvent, CallActivity, FlowNode } from '../model/flow-node.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { inheritsVariables, readAssignment, readInputs, readOutcomes, readOutputs } from './read-activity.js';
import { readDataInputs, readDataOutputs } from './read-data.js';
import { readLoop } from './read-loop.js';
import { readMessage, readTrigger } from './read-trigger.js';
import { attributeOf, ownAttributes, vendorAttribute, vendorElements } from './vendor.js';

/** What a node gets from its surroundings: flows, lane, boundary events. */
export interface NodeSurroundings {
  readonly scope: string;
  readonly incoming: readonly string[];
  readonly outgoing: readonly string[];
  readonly lane?: string;
  readonly boundary: readonly string[];
  /** The compensation handler that an association leads to, of a boundary event. */
  readonly handler?: string;
}

/** One flow node of the metamodel as the core's; undefined (and a problem) for kinds that it cannot execute. */
export function readNode(
  element: ModdleElement,
  around: NodeSurroundings,
  problems: ProblemList,
): FlowNode | undefined {
  const { boundary, handler, ...flows } = around;
  const defaultFlow = elementOf(element, 'default')?.id;
  const base = {
    id: element.id ?? '',
    ...(element.name ? { name: element.name } : {}),
    ...flows,
    ...(defaultFlow === undefined ? {} : { defaultFlow }),
  };
  checkDirection(element, around, problems);
  const activity = () => ({
    ...base,
    boundary,
    inputs: readInputs(element),
    outputs: readOutputs(element),
    ...readLoop(element, problems),
    ...dataOf(element, problems),
    ...quantitiesOf(element),
    ...(element['isForCompensation'] === true ? { forCompensation: true } : {}),
  });
  const event = () => ({ ...base, trigger: readTrigger(element, problems), ...eventMappings(element, problems) });
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return {
        ...event(),
        type: 'startEvent',
        interrupting: element['isInterrupting'] !== false,
      };
    case 'bpmn:EndEvent':
      return { ...event(), type: 'endEvent' };
    case 'bpmn:IntermediateCatchEvent':
      return { ...event(), type: 'intermediateCatchEvent' };
    case 'bpmn:IntermediateThrowEvent':
      return { ...event(), type: 'intermediateThrowEvent' };
    case 'bpmn:BoundaryEvent':
      return {
        ...event(),
        type: 'boundaryEvent',
        ...boundaryOf(element),
        ...(handler === undefined ? {} : { handler }),
      };
    case 'bpmn:ExclusiveGateway':
      return { ...base, type: 'exclusiveGateway' };
    case 'bpmn:ParallelGateway':
      return { ...base, type: 'parallelGateway' };
    case 'bpmn:InclusiveGateway':
      return { ...base, type: 'inclusiveGateway' };
    case 'bpmn:EventBasedGateway': {
      const parallel = element['eventGatewayType'] === 'Parallel';
      return { ...base, type: 'eventBasedGateway', instantiate: element['instantiate'] === true, parallel };
    }
    case 'bpmn:ComplexGateway': {
      const condition = textOf(element, 'activationCondition');
      const activation = condition === undefined ? {} : { activationCondition: readExpression(condition, 'feel') };
      return { ...base, type: 'complexGateway', ...activation };
    }
    case 'bpmn:Task':
      return { ...activity(), type: 'task' };
    case 'bpmn:ManualTask':
      return { ...activity(), type: 'manualTask' };
    case 'bpmn:UserTask':
      return { ...activity(), type: 'userTask', ...userTaskOf(element) };
    case 'bpmn:ServiceTask':
      return { ...activity(), type: 'serviceTask', ...serviceOf(element) };
    case 'bpmn:SendTask':
      return { ...activity(), type: 'sendTask', ...serviceOf(element) };
    case 'bpmn:ReceiveTask': {
      const message = elementOf(element, 'messageRef');
      return {
        ...activity(),
        type: 'receiveTask',
        instantiate: element['instantiate'] === true,
        ...(message ? { message: readMessage(element, message, problems) } : {}),
      };
    }
    case 'bpmn:ScriptTask':
      return { ...activity(), type: 'scriptTask', ...scriptOf(element, problems) };
    case 'bpmn:BusinessRuleTask': {
      const called = vendorElements(element, 'calledDecision')[0];
      const decision =
        vendorAttribute(element, 'decision', 'decisionRef') ?? (called ? attributeOf(called, 'decisionId') : undefined);
      return {
        ...activity(),
        type: 'businessRuleTask',
        ...(decision === undefined ? {} : { decision }),
        ...resultOf(element),
      };
    }
    case 'bpmn:SubProcess':
      return { ...activity(), type: element['triggeredByEvent'] === true ? 'eventSubProcess' : 'subProcess' };
    case 'bpmn:Transaction':
      return { ...activity(), type: 'transaction' };
    case 'bpmn:AdHocSubProcess':
      return { ...activity(), type: 'adHocSubProcess', ...adHocOf(element) };
    case 'bpmn:CallActivity':
      return { ...activity(), type: 'callActivity', ...callOf(element, problems) };
    default:
      problems.error(
        'element-unsupported',
        element.id,
        `${element.$type.replace('bpmn:', '')} cannot be executed; draw it with another element`,
      );
      return undefined;
  }
}

/** A gateway must not be drawn against the direction that it says (BPMN 2.0 table 8.46). */
function checkDirection(element: ModdleElement, around: NodeSurroundings, problems: ProblemList): void {
  const against = { Converging: around.outgoing, Diverging: around.incoming }[String(element['gatewayDirection'])];
  if (against === undefined || against.length < 2) return;
  const message = `gatewayDirection is ${String(element['gatewayDirection'])}, but the gateway has ${against.length} flows on its other side; remove the attribute or the flows`;
  problems.error('gateway-direction', element.id, message);
}

function boundaryOf(element: ModdleElement): Pick<BoundaryEvent, 'attachedTo' | 'interrupting' | 'termRole'> {
  const role = vendorAttribute(element, 'term');
  return {
    attachedTo: elementOf(element, 'attachedToRef')?.id ?? '',
    interrupting: element['cancelActivity'] !== false,
    ...(role === 'warning' || role === 'due' ? { termRole: role } : {}),
  };
}

function userTaskOf(element: ModdleElement) {
  const zeebeForm = vendorElements(element, 'formDefinition')[0];
  const form =
    vendorAttribute(element, 'taskForm', 'formKey', 'formRef') ??
    (zeebeForm ? (attributeOf(zeebeForm, 'formId') ?? attributeOf(zeebeForm, 'formKey')) : undefined);
  const schedule = vendorElements(element, 'taskSchedule')[0];
  const dueDate = vendorAttribute(element, 'dueDate') ?? (schedule ? attributeOf(schedule, 'dueDate') : undefined);
  const {
    assignee: _a,
    candidateUsers: _u,
    candidateGroups: _g,
    unit: _n,
    taskForm: _f,
    dueDate: _d,
    ...properties
  } = ownAttributes(element);
  return {
    assignment: readAssignment(element),
    outcomes: readOutcomes(element),
    properties,
    ...(form === undefined ? {} : { form }),
    ...(form !== undefined && form !== _f ? { foreignForm: true as const } : {}),
    ...(dueDate === undefined ? {} : { dueDate: readExpression(dueDate) }),
  };
}

function serviceOf(element: ModdleElement) {
  const definition = vendorElements(element, 'taskDefinition')[0];
  const topic = vendorAttribute(element, 'topic') ?? (definition ? attributeOf(definition, 'type') : undefined);
  const expression = vendorAttribute(element, 'expression');
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(expression === undefined ? {} : { expression: readExpression(expression) }),
    ...resultOf(element),
    properties: { ...retryOf(element), ...priorityOf(element), ...ownAttributes(element) },
  };
}

/** `camunda:failedJobRetryTimeCycle`, or the retries of a Zeebe task definition. */
function retryOf(element: ModdleElement): Readonly<Record<string, string>> {
  const retryTimeCycle = vendorElements(element, 'failedJobRetryTimeCycle')[0]?.$body?.trim();
  const definition = vendorElements(element, 'taskDefinition')[0];
  const retries = definition && attributeOf(definition, 'retries');
  return { ...(retryTimeCycle ? { retryTimeCycle } : {}), ...(retries ? { retries } : {}) };
}

function priorityOf(element: ModdleElement): Readonly<Record<string, string>> {
  const priority = vendorAttribute(element, 'taskPriority');
  return priority === undefined ? {} : { priority };
}

const javaScriptFormats = /^((text|application)\/)?(x-)?(javascript|ecmascript|js|es)$/;

function scriptOf(element: ModdleElement, problems: ProblemList) {
  const zeebe = vendorElements(element, 'script')[0];
  const text = (zeebe && attributeOf(zeebe, 'expression')) ?? textOf(element, 'script') ?? '';
  const format = (element['scriptFormat'] as string | undefined)?.toLowerCase() ?? 'feel';
  const isJavaScript = javaScriptFormats.test(format);
  if (!isJavaScript && !/feel/.test(format)) {
    problems.error(
      'script-language',
      element.id,
      `script language "${format}" is not supported; write the script in FEEL (scriptFormat="feel") or in JavaScript`,
    );
  }
  if (!text) problems.error('script-missing', element.id, 'a script task must have a script');
  const result = zeebe && attributeOf(zeebe, 'resultVariable');
  const script = isJavaScript ? { kind: 'javascript' as const, source: text } : readExpression(text, 'feel');
  return { script, ...(result ? { resultVariable: result } : resultOf(element)) };
}

function resultOf(element: ModdleElement): { readonly resultVariable?: string } {
  const called = vendorElements(element, 'calledDecision')[0];
  const name =
    vendorAttribute(element, 'resultVariable', 'resultVariableName') ??
    (called ? attributeOf(called, 'resultVariable') : undefined);
  return name === undefined ? {} : { resultVariable: name };
}

function callOf(
  element: ModdleElement,
  problems: ProblemList,
): Pick<CallActivity, 'calledElement' | 'binding' | 'inheritVariables'> {
  const zeebe = vendorElements(element, 'calledElement')[0];
  const called =
    (element['calledElement'] as string | undefined) ?? (zeebe ? attributeOf(zeebe, 'processId') : undefined);
  if (!called)
    problems.error(
      'called-element-missing',
      element.id,
      'a call activity must name the process it calls; set calledElement',
    );
  const binding = vendorAttribute(element, 'calledElementBinding');
  const version = Number(vendorAttribute(element, 'calledElementVersion'));
  return {
    calledElement: readExpression(called ?? ''),
    binding: binding === 'version' && version > 0 ? { version } : binding === 'latest' ? 'latest' : 'deployment',
    inheritVariables: inheritsVariables(element),
  };
}

/** Mappings of an event: its own, those of its definitions (as other tools draw a payload), and data associations. */
function eventMappings(element: ModdleElement, problems: ProblemList): Pick<BoundaryEvent, 'inputs' | 'outputs'> {
  const definitions = elementsOf(element, 'eventDefinitions');
  return {
    inputs: [...readDataInputs(element, problems), ...readInputs(element), ...definitions.flatMap(readInputs)],
    outputs: [...readOutputs(element), ...definitions.flatMap(readOutputs), ...readDataOutputs(element, problems)],
  };
}

function dataOf(element: ModdleElement, problems: ProblemList): Pick<Activity, 'dataInputs' | 'dataOutputs'> {
  const [dataInputs, dataOutputs] = [readDataInputs(element, problems), readDataOutputs(element, problems)];
  return {
    ...(dataInputs.length > 0 ? { dataInputs } : {}),
    ...(dataOutputs.length > 0 ? { dataOutputs } : {}),
  };
}

function quantitiesOf(element: ModdleElement): Pick<Activity, 'startQuantity' | 'completionQuantity'> {
  const { startQuantity, completionQuantity } = element as { startQuantity?: number; completionQuantity?: number };
  return {
    ...(startQuantity !== undefined && startQuantity !== 1 ? { startQuantity } : {}),
    ...(completionQuantity !== undefined && completionQuantity !== 1 ? { completionQuantity } : {}),
  };
}

function adHocOf(
  element: ModdleElement,
): Pick<AdHocSubProcess, 'sequential' | 'completionCondition' | 'cancelRemaining'> {
  const condition = textOf(element, 'completionCondition');
  return {
    sequential: element['ordering'] === 'Sequential',
    cancelRemaining: element['cancelRemainingInstances'] !== false,
    ...(condition === undefined ? {} : { completionCondition: readExpression(condition, 'feel') }),
  };
}
