import type { Definition, ExternalTask, InstanceSummary, LockedExternalTask, TaskRecord } from '@lianban/engine';
import { taskIdOf } from '@lianban/engine';
import { typedOf } from './typed-values.js';

/*
 * The JSON of Camunda 7's REST interface (docs.camunda.org, "REST API"): the fields that its clients read, with null for
 * what does not exist here.
 */

/** `2026-03-02T01:00:00.000+0000`. */
export function dateOf(date: Date): string;
export function dateOf(date: Date | null): string | null;
export function dateOf(date: Date | null): string | null {
  return date && date.toISOString().replace('Z', '+0000');
}

export function definitionShape(definition: Definition) {
  return {
    id: definition.id,
    key: definition.key,
    category: null,
    description: null,
    name: definition.name,
    version: definition.version,
    resource: definition.resourceName,
    deploymentId: definition.deploymentId,
    diagram: null,
    suspended: definition.suspendedAt !== null,
    tenantId: null,
    versionTag: null,
    historyTimeToLive: null,
    startableInTasklist: true,
  };
}

export function instanceShape(
  instance: Pick<InstanceSummary, 'id' | 'definitionId' | 'businessKey' | 'status' | 'endedAt'>,
) {
  return {
    links: [],
    id: instance.id,
    definitionId: instance.definitionId,
    businessKey: instance.businessKey,
    caseInstanceId: null,
    ended: instance.endedAt !== null,
    suspended: instance.status === 'suspended',
    tenantId: null,
  };
}

export function taskShape(task: TaskRecord) {
  return {
    id: task.id,
    name: task.name,
    assignee: task.assignee,
    created: dateOf(task.createdAt),
    due: dateOf(task.dueAt),
    followUp: null,
    lastUpdated: null,
    delegationState: null,
    description: null,
    executionId: task.id,
    owner: null,
    parentTaskId: null,
    priority: 50,
    processDefinitionId: task.definitionId,
    processInstanceId: task.instanceId,
    taskDefinitionKey: task.elementId,
    caseExecutionId: null,
    caseInstanceId: null,
    caseDefinitionId: null,
    suspended: task.suspended,
    formKey: task.form,
    camundaFormRef: null,
    tenantId: null,
  };
}

export function externalTaskShape(task: ExternalTask) {
  const id = taskIdOf(task.instanceId, task.key);
  return {
    activityId: task.elementId,
    activityInstanceId: id,
    errorMessage: task.errorMessage,
    executionId: id,
    id,
    lockExpirationTime: dateOf(task.lockedUntil),
    processDefinitionId: task.definitionId,
    processDefinitionKey: task.processKey,
    processDefinitionVersionTag: null,
    processInstanceId: task.instanceId,
    retries: task.retries,
    suspended: false,
    workerId: task.workerId,
    topicName: task.topic,
    tenantId: null,
    priority: task.priority,
    businessKey: task.businessKey,
    createTime: dateOf(task.createdAt),
  };
}

/** @param names variables that the worker wants; all when absent */
export function lockedTaskShape(task: LockedExternalTask, names?: readonly string[] | null) {
  return { ...externalTaskShape(task), errorDetails: null, variables: typedOf(task.variables, names) };
}

export function historyShape(instance: InstanceSummary) {
  const { startedAt, endedAt } = instance;
  const states: Readonly<Record<string, string>> = {
    active: 'ACTIVE',
    suspended: 'SUSPENDED',
    completed: 'COMPLETED',
    terminated: 'EXTERNALLY_TERMINATED',
  };
  return {
    id: instance.id,
    businessKey: instance.businessKey,
    processDefinitionId: instance.definitionId,
    processDefinitionKey: instance.processKey,
    processDefinitionName: null,
    processDefinitionVersion: instance.version,
    startTime: dateOf(startedAt),
    endTime: dateOf(endedAt),
    removalTime: null,
    durationInMillis: endedAt && endedAt.getTime() - startedAt.getTime(),
    startUserId: null,
    startActivityId: null,
    deleteReason: null,
    rootProcessInstanceId: instance.parentId ?? instance.id,
    superProcessInstanceId: instance.parentId,
    superCaseInstanceId: null,
    caseInstanceId: null,
    tenantId: null,
    state: states[instance.status] ?? 'INTERNALLY_TERMINATED',
  };
}
