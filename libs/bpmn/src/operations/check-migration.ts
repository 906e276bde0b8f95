import type { CompensationRecord, ElementInstance, InstanceState } from '../core/state.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import { isActivity, type FlowNode } from '../model/flow-node.js';
import type { MigrationPlan } from './migration-plan.js';

/** Why something cannot go over to the new version, by the element of the old one. */
export interface MigrationObstacle {
  readonly element: string;
  readonly message: string;
}

/** What is wrong with a plan whatever the instance: pairs that are no pairs. */
export function checkPlan(plan: MigrationPlan, from: CompiledProcess, to: CompiledProcess): MigrationObstacle[] {
  const pairs = Object.entries(plan.mapping).flatMap(([id, target]): MigrationObstacle[] => {
    const node = from.nodes.get(id);
    if (!node)
      return from.flows.has(id) || id === from.id
        ? []
        : [{ element: id, message: `"${id}" is not in the old version` }];
    const image = to.nodes.get(target);
    if (!image) return [{ element: id, message: `"${target}" is not in the new version` }];
    const message = difference(plan, node, image);
    return message === undefined ? [] : [{ element: id, message }];
  });
  const anew = plan.anew
    .filter((id) => !isCatching(to.nodes.get(id)))
    .map((element) => ({ element, message: `"${element}" is no event of the new version that is waited for` }));
  return [...pairs, ...anew];
}

/** What keeps this instance from going over; empty when it can. */
export function checkMigration(
  plan: MigrationPlan,
  from: CompiledProcess,
  to: CompiledProcess,
  state: InstanceState,
): MigrationObstacle[] {
  const wrong = new Map(checkPlan(plan, from, to).map((obstacle) => [obstacle.element, obstacle]));
  const image = (id: string): string | undefined => plan.mapping[id];
  const obstacles: MigrationObstacle[] = [];
  const need = (element: string, what: string): void => {
    if (image(element) === undefined)
      obstacles.push({ element, message: `${what} "${element}", which has no counterpart` });
    else if (wrong.has(element)) obstacles.push(wrong.get(element) ?? { element, message: what });
  };
  for (const element of Object.values(state.elements))
    if (element.scope !== null) need(element.elementId, tokenAt(element));
  for (const gateways of Object.values(state.arrivals))
    for (const [gateway, flows] of Object.entries(gateways)) {
      need(gateway, 'tokens wait at');
      const incoming = to.nodes.get(image(gateway) ?? '')?.incoming ?? [];
      for (const flow of Object.keys(flows))
        if (!incoming.includes(image(flow) ?? ''))
          obstacles.push({
            element: gateway,
            message: `a token waits at "${gateway}" over "${flow}", which leads to no counterpart`,
          });
    }
  for (const { elementId } of Object.values(state.compensations).flat().flatMap(withInner))
    need(elementId, 'compensation remembers');
  for (const gateways of Object.values(state.resets))
    for (const gateway of Object.keys(gateways)) need(gateway, 'a gateway has fired:');
  return obstacles;
}

function tokenAt({ phase, incident }: ElementInstance): string {
  return incident === undefined ? `a token is ${phase} at` : 'an incident holds';
}

function withInner(record: CompensationRecord): CompensationRecord[] {
  return [record, ...(record.inner ?? []).flatMap(withInner)];
}

/** Why one element cannot stand for the other. */
function difference(plan: MigrationPlan, node: FlowNode, image: FlowNode): string | undefined {
  const pair = `"${node.id}" and "${image.id}"`;
  if (node.type !== image.type) return `${pair} are of different kinds: ${node.type} and ${image.type}`;
  if (plan.mapping[node.scope] !== image.scope)
    return `${pair} lie in different scopes: "${node.scope}" and "${image.scope}"`;
  if (isActivity(node) && isActivity(image) && loopOf(node) !== loopOf(image))
    return `${pair} are repeated differently: ${loopOf(node)} and ${loopOf(image)}`;
  if (node.type === 'boundaryEvent' && image.type === 'boundaryEvent') {
    if (plan.mapping[node.attachedTo] !== image.attachedTo)
      return `${pair} sit on different activities: "${node.attachedTo}" and "${image.attachedTo}"`;
  }
  if ('trigger' in node && 'trigger' in image && node.trigger.type !== image.trigger.type)
    return `${pair} wait for different things: ${node.trigger.type} and ${image.trigger.type}`;
  return undefined;
}

function loopOf({ loop }: Extract<FlowNode, { boundary: readonly string[] }>): string {
  if (!loop) return 'once';
  return loop.kind === 'multi-instance' && loop.sequential ? 'multi-instance, sequential' : loop.kind;
}

function isCatching(node: FlowNode | undefined): boolean {
  return (
    node !== undefined && ['boundaryEvent', 'startEvent', 'intermediateCatchEvent', 'receiveTask'].includes(node.type)
  );
}
