import type { Activity, ReceiveTask, UserTask } from '../model/flow-node.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';
import { isDuration, parseInstant } from '../time/iso-8601.js';

/** What BPMN demands of one activity beyond its own attributes. */
export function checkActivity(process: ReadProcess, node: Activity, problems: ProblemList): void {
  if (node.type === 'eventSubProcess') checkEventSubProcess(node, problems);
  if (node.forCompensation) checkHandler(process, node, problems);
  checkQuantity(node, problems);
  if (node.type === 'userTask') checkDueDate(node, problems);
  checkConditionalFlow(process, node, problems);
  if (node.type === 'receiveTask' && node.instantiate) checkInstantiating(process, node, problems);
}

/** BPMN 2.0 §10.3.3: a receive task starts the process where nothing leads to it, or a start event alone. */
function checkInstantiating(process: ReadProcess, node: ReceiveTask, problems: ProblemList): void {
  if (!node.message)
    problems.error(
      'message-missing',
      node.id,
      'a receive task that starts the process must name a message; set its messageRef',
    );
  const sources = node.incoming.map((id) => process.nodes.get(process.flows.get(id)?.source ?? '')?.type);
  if (sources.length > 1 || sources.some((type) => type !== 'startEvent'))
    problems.error(
      'receive-start',
      node.id,
      'a receive task that starts the process must have no incoming flow but one from a start event',
    );
}

/** BPMN 2.0 §10.3.5: an event sub-process stands outside the flow. */
function checkEventSubProcess(node: Activity, problems: ProblemList): void {
  if (node.incoming.length + node.outgoing.length > 0)
    problems.error(
      'event-sub-process-flow',
      node.id,
      'an event sub-process must not have sequence flows; its event starts it',
    );
  if (node.boundary.length > 0)
    problems.error('event-sub-process-boundary', node.id, 'an event sub-process must not have boundary events');
  if (node.loop) problems.error('event-sub-process-loop', node.id, 'an event sub-process must not be a loop');
}

/** BPMN 2.0 §10.7.3: a compensation handler stands outside the flow and is associated with a boundary event. */
function checkHandler(process: ReadProcess, node: Activity, problems: ProblemList): void {
  if (node.incoming.length + node.outgoing.length > 0)
    problems.error('handler-flow', node.id, 'a compensation handler must not have sequence flows; remove them');
  const used = [...process.nodes.values()].some((other) => other.type === 'boundaryEvent' && other.handler === node.id);
  if (!used)
    problems.warning('handler-unused', node.id, 'no compensation boundary event is associated with this handler');
}

function checkDueDate({ id, dueDate }: UserTask, problems: ProblemList): void {
  if (dueDate?.kind !== 'literal' || isDuration(dueDate.value) || parseInstant(dueDate.value)) return;
  const message = `dueDate "${dueDate.value}" is neither an ISO-8601 date nor a duration; write 2026-03-02T09:00:00+08:00 or P3D`;
  problems.error('due-date', id, message);
}

function checkQuantity({ id, startQuantity = 1, completionQuantity = 1 }: Activity, problems: ProblemList): void {
  if (startQuantity < 1) problems.error('quantity', id, `startQuantity is ${startQuantity}; it must be at least 1`);
  if (completionQuantity < 1)
    problems.error('quantity', id, `completionQuantity is ${completionQuantity}; it must be at least 1`);
}

/** BPMN 2.0 §8.3.13: a conditional flow out of an activity needs another flow beside it. */
function checkConditionalFlow(process: ReadProcess, node: Activity, problems: ProblemList): void {
  const [only, another] = node.outgoing;
  if (only === undefined || another !== undefined || !process.flows.get(only)?.condition) return;
  problems.error(
    'condition-alone',
    only,
    `the only flow out of "${node.id}" has a condition; remove it or add a default flow`,
  );
}
