import { isActivity, type BoundaryEvent, type FlowNode, type StartEvent } from '../model/flow-node.js';
import { triggersOf, type SingleTrigger, type Trigger } from '../model/trigger.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

type Kind = SingleTrigger['type'];

/** Which triggers may stand where (BPMN 2.0 tables 10.84 to 10.93). */
const CATCH: readonly Kind[] = ['timer', 'message', 'signal', 'conditional'];
const ALLOWED = {
  start: ['none', ...CATCH],
  eventSubProcessStart: [...CATCH, 'error', 'escalation', 'compensation'],
  catch: [...CATCH, 'link'],
  throw: ['none', 'message', 'signal', 'escalation', 'compensation', 'link'],
  boundary: [...CATCH, 'error', 'escalation', 'compensation', 'cancel'],
  end: ['none', 'message', 'signal', 'error', 'escalation', 'compensation', 'cancel', 'terminate'],
} as const satisfies Record<string, readonly Kind[]>;

/** What BPMN demands of one event. */
export function checkEvent(process: ReadProcess, node: FlowNode, problems: ProblemList): void {
  switch (node.type) {
    case 'startEvent':
      return checkStart(process, node, problems);
    case 'endEvent':
      if (node.outgoing.length > 0)
        problems.error('end-outgoing', node.id, 'an end event must not have an outgoing flow');
      checkTriggers(node, 'an end event', ALLOWED.end, problems);
      return checkThrown(process, node, problems);
    case 'boundaryEvent':
      return checkBoundary(process, node, problems);
    case 'intermediateCatchEvent':
      checkTriggers(node, 'an intermediate catch event', ALLOWED.catch, problems);
      return checkIntermediate(process, node, problems);
    case 'intermediateThrowEvent':
      checkTriggers(node, 'an intermediate throw event', ALLOWED.throw, problems);
      checkThrown(process, node, problems);
      return checkIntermediate(process, node, problems);
    default:
      return;
  }
}

type Event = Extract<FlowNode, { readonly trigger: Trigger }>;

function checkTriggers(node: Event, what: string, allowed: readonly Kind[], problems: ProblemList): void {
  for (const { type } of triggersOf(node.trigger)) {
    if (allowed.includes(type)) continue;
    const kind = type === 'none' ? 'an event without trigger' : `a ${type} event`;
    problems.error('trigger-forbidden', node.id, `${what} cannot be ${kind}; it may be: ${allowed.join(', ')}`);
  }
}

function checkStart(process: ReadProcess, node: StartEvent, problems: ProblemList): void {
  if (node.incoming.length > 0)
    problems.error('start-incoming', node.id, 'a start event must not have an incoming flow');
  const container = process.nodes.get(node.scope);
  if (container?.type === 'eventSubProcess') {
    checkTriggers(node, 'the start event of an event sub-process', ALLOWED.eventSubProcessStart, problems);
    if (container.scope === process.id && triggersOf(node.trigger).some(({ type }) => type === 'compensation'))
      problems.error(
        'compensation-top',
        node.id,
        'a compensation event sub-process compensates the sub-process that it stands in; at the top of a process it never runs',
      );
    const always = triggersOf(node.trigger).find(({ type }) => type === 'error' || type === 'compensation');
    if (always && !node.interrupting)
      problems.error(
        'start-interrupting',
        node.id,
        `a ${always.type} start event always interrupts; remove isInterrupting="false"`,
      );
  } else if (container) {
    if (node.trigger.type !== 'none')
      problems.error('start-trigger', node.id, 'the start event of an embedded sub-process must not have a trigger');
  } else {
    checkTriggers(node, 'the start event of a process', ALLOWED.start, problems);
  }
}

function checkThrown(process: ReadProcess, node: Event, problems: ProblemList): void {
  for (const trigger of triggersOf(node.trigger)) {
    if (trigger.type === 'error' && trigger.code === undefined)
      problems.error(
        'error-missing',
        node.id,
        'an error end event must name an error that has an errorCode; set its errorRef',
      );
    if (trigger.type === 'escalation' && trigger.code === undefined)
      problems.error(
        'escalation-missing',
        node.id,
        'what throws an escalation must name one that has an escalationCode; set its escalationRef',
      );
    if (trigger.type === 'cancel' && process.nodes.get(node.scope)?.type !== 'transaction')
      problems.error('cancel-outside', node.id, 'a cancel end event must stand directly in a transaction');
    if (trigger.type === 'compensation' && trigger.activity !== undefined)
      checkCompensated(process, node, trigger.activity, problems);
  }
}

function checkCompensated(process: ReadProcess, node: Event, activity: string, problems: ProblemList): void {
  const target = process.nodes.get(activity);
  if (!target || !isActivity(target)) {
    const message = `it compensates "${activity}", which is no activity of the process`;
    problems.error('compensation-activity', node.id, message);
  } else if (!visibleScopes(process, node).includes(target.scope)) {
    const message = `it compensates "${activity}", which it cannot see from here; compensate an activity of its own scope`;
    problems.error('compensation-scope', node.id, message);
  }
}

/** An activity is seen from its own scope and from that scope's event sub-processes (BPMN 2.0 §10.5.5). */
function visibleScopes(process: ReadProcess, { scope }: FlowNode): readonly string[] {
  const container = process.nodes.get(scope);
  return container?.type === 'eventSubProcess' ? [scope, container.scope] : [scope];
}

/** BPMN 2.0 §10.5.4: an intermediate event has flows on both sides, a link on one. */
function checkIntermediate(process: ReadProcess, node: Event, problems: ProblemList): void {
  const link = node.trigger.type === 'link';
  const own = (flows: readonly string[]) => flows.filter((id) => !process.flows.get(id)?.link).length;
  if (link && node.type === 'intermediateThrowEvent' && own(node.outgoing) > 0)
    problems.error('link-flow', node.id, 'a link event that throws must not have an outgoing flow');
  if (link && node.type === 'intermediateCatchEvent' && own(node.incoming) > 0)
    problems.error('link-flow', node.id, 'a link event that catches must not have an incoming flow');
  if (node.incoming.length === 0)
    problems.error('event-incoming', node.id, 'no flow leads to this intermediate event; connect it');
  if (node.outgoing.length === 0)
    problems.error(
      'event-outgoing',
      node.id,
      'no flow leads on from this intermediate event; connect it, or draw an end event',
    );
}

function checkBoundary(process: ReadProcess, node: BoundaryEvent, problems: ProblemList): void {
  const host = process.nodes.get(node.attachedTo);
  if (!host || !isActivity(host))
    problems.error('boundary-host', node.id, 'a boundary event must be attached to a task or sub-process');
  else if (host.scope !== node.scope)
    problems.error(
      'boundary-scope',
      node.id,
      `it is attached to "${host.id}", which stands in another scope; move it there`,
    );
  if (node.incoming.length > 0)
    problems.error('boundary-incoming', node.id, 'a boundary event must not have an incoming flow');
  checkTriggers(node, 'a boundary event', ALLOWED.boundary, problems);
  const kinds = triggersOf(node.trigger).map(({ type }) => type);
  if (kinds.includes('cancel') && host && host.type !== 'transaction')
    problems.error('cancel-outside', node.id, 'a cancel boundary event must be attached to a transaction');
  const always = kinds.find((kind) => kind === 'error' || kind === 'cancel');
  if (always && !node.interrupting)
    problems.error(
      'boundary-error',
      node.id,
      `${always === 'error' ? 'an error' : 'a cancel'} boundary event always interrupts; remove cancelActivity="false"`,
    );
  if (kinds.includes('compensation')) checkCompensationBoundary(node, problems);
  else if (node.outgoing.length === 0)
    problems.error('boundary-outgoing', node.id, 'no flow leads on from this boundary event; connect it');
}

function checkCompensationBoundary(node: BoundaryEvent, problems: ProblemList): void {
  if (node.outgoing.length > 0)
    problems.error(
      'boundary-outgoing',
      node.id,
      'a compensation boundary event must not have an outgoing flow; associate its handler',
    );
  if (node.handler === undefined)
    problems.error(
      'handler-missing',
      node.id,
      'associate the compensation boundary event with a handler (an activity with isForCompensation="true")',
    );
}
