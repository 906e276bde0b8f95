/**
 * What the reader understands of other tools' extensions, and at which elements (types of the metamodel without
 * prefix). It reads by these names only, so what is listed here is what it reads.
 */
const activities = [
  'Task',
  'ManualTask',
  'UserTask',
  'ServiceTask',
  'SendTask',
  'ReceiveTask',
  'ScriptTask',
  'BusinessRuleTask',
  'CallActivity',
  'SubProcess',
  'Transaction',
  'AdHocSubProcess',
] as const;
const events = [
  'StartEvent',
  'EndEvent',
  'IntermediateCatchEvent',
  'IntermediateThrowEvent',
  'BoundaryEvent',
  'MessageEventDefinition',
  'SignalEventDefinition',
] as const;
const services = ['ServiceTask', 'SendTask'] as const;
const assigned = ['UserTask', 'Lane'] as const;

/** Attributes by local name. */
export const understoodAttributes = {
  assignee: assigned,
  candidateUsers: assigned,
  candidateGroups: assigned,
  unit: assigned,
  formKey: ['UserTask'],
  formRef: ['UserTask'],
  taskForm: ['UserTask'],
  dueDate: ['UserTask'],
  topic: services,
  expression: services,
  taskPriority: services,
  resultVariable: [...services, 'ScriptTask', 'BusinessRuleTask'],
  resultVariableName: [...services, 'ScriptTask', 'BusinessRuleTask'],
  decision: ['BusinessRuleTask'],
  decisionRef: ['BusinessRuleTask'],
  calledElementBinding: ['CallActivity'],
  calledElementVersion: ['CallActivity'],
  inheritVariables: ['CallActivity'],
  collection: ['MultiInstanceLoopCharacteristics'],
  elementVariable: ['MultiInstanceLoopCharacteristics'],
  outputCollection: ['MultiInstanceLoopCharacteristics'],
  outputElement: ['MultiInstanceLoopCharacteristics'],
  errorCodeVariable: ['ErrorEventDefinition'],
  errorMessageVariable: ['ErrorEventDefinition'],
  escalationCodeVariable: ['EscalationEventDefinition'],
  calendar: ['TimerEventDefinition', 'StartEvent', 'IntermediateCatchEvent', 'BoundaryEvent'],
  term: ['BoundaryEvent'],
} as const;

/** Extension elements by local name; `container/name` is one level deeper. */
export const understoodElements = {
  input: [...activities, ...events],
  output: [...activities, ...events],
  'ioMapping/input': [...activities, ...events],
  'ioMapping/output': [...activities, ...events],
  'inputOutput/inputParameter': [...activities, ...events],
  'inputOutput/outputParameter': [...activities, ...events],
  in: [...activities, ...events],
  out: [...activities, ...events],
  outcome: ['UserTask'],
  assignmentDefinition: assigned,
  formDefinition: ['UserTask'],
  taskSchedule: ['UserTask'],
  taskDefinition: services,
  failedJobRetryTimeCycle: services,
  script: ['ScriptTask'],
  calledDecision: ['BusinessRuleTask'],
  calledElement: ['CallActivity'],
  loopCharacteristics: ['MultiInstanceLoopCharacteristics'],
  correlation: ['StartEvent', 'IntermediateCatchEvent', 'IntermediateThrowEvent', 'EndEvent', 'BoundaryEvent'],
  subscription: ['Message'],
} as const;

export type UnderstoodAttribute = keyof typeof understoodAttributes;
export type UnderstoodElement = keyof typeof understoodElements;

/** What says nothing about the way that a case goes, or tunes an engine that works otherwise. */
export const harmless: ReadonlySet<string> = new Set([
  'async',
  'asyncAfter',
  'asyncBefore',
  'candidateStarterGroups',
  'candidateStarterUsers',
  'diagramRelationId',
  'exclusive',
  'executionPlatform',
  'executionPlatformVersion',
  'followUpDate',
  'historyTimeToLive',
  'isStartableInTasklist',
  'jobPriority',
  'modelerTemplate',
  'modelerTemplateIcon',
  'modelerTemplateVersion',
  'priority',
  'priorityDefinition',
  'properties',
  'taskHeaders',
  'userTask',
  'versionTag',
]);

/** What to do about what is not supported, where a word helps. */
export const advice: Readonly<Record<string, string>> = {
  class: 'Java code cannot run here; give the task a topic and let a worker do it',
  delegateExpression: 'Java code cannot run here; give the task a topic and let a worker do it',
  type: 'this kind of task is built into the other engine; give the task a topic and let a worker do it',
  connector: 'connectors do not run here; give the task a topic and let a worker do it',
  executionListener: 'listeners do not run here; draw what they do as a task',
  taskListener: 'listeners do not run here; draw what they do as a task, or a reminder as a boundary timer',
  executionListeners: 'listeners do not run here; draw what they do as a task',
  taskListeners: 'listeners do not run here; draw what they do as a task, or a reminder as a boundary timer',
  formData: 'fields in the diagram are not shown; design a form and name it in formKey',
  formProperty: 'fields in the diagram are not shown; design a form and name it in formKey',
  variableMappingClass: 'Java code cannot run here; map the variables with in and out',
  mapDecisionResult: 'the result of a decision is always taken as it is; pick from it with an output mapping',
  skipExpression: 'draw the way past the task with a gateway',
  caseRef: 'CMMN cases cannot be called; call a process',
  initiator: 'who started the process stands in its history; start it with a variable that names them',
};
