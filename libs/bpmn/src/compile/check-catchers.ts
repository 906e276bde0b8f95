import { isActivity, type Activity, type FlowNode } from '../model/flow-node.js';
import { triggersOf, type SingleTrigger } from '../model/trigger.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Refuses two events of one activity or scope that would catch the same error or escalation, so that none is chosen by chance. */
export function checkCatchers(process: ReadProcess, problems: ProblemList): void {
  for (const scope of process.scopes.values()) checkGroup(process, scope.eventStarts, problems);
  for (const node of process.nodes.values()) {
    if (!isActivity(node)) continue;
    checkGroup(process, node.boundary, problems);
    checkCompensators(process, node, problems);
  }
}

/** A sub-process is compensated by a handler outside or by an event sub-process inside, not by both (BPMN 2.0 §10.7.3). */
function checkCompensators(process: ReadProcess, { id, boundary }: Activity, problems: ProblemList): void {
  const inside = process.scopes.get(id)?.eventStarts ?? [];
  if (!inside.some(compensates)) return;
  const outside = boundary.find(compensates);
  if (outside === undefined) return;
  const message = `"${id}" is compensated by an event sub-process inside, too; keep one of them`;
  problems.error('catch-duplicate', outside, message);

  function compensates(event: string): boolean {
    const node = process.nodes.get(event);
    return node !== undefined && 'trigger' in node && triggersOf(node.trigger).some(isCompensation);
  }
}

function isCompensation({ type }: SingleTrigger): boolean {
  return type === 'compensation';
}

function checkGroup(process: ReadProcess, ids: readonly string[], problems: ProblemList): void {
  const seen = new Map<string, string>();
  for (const node of ids.flatMap((id) => process.nodes.get(id) ?? [])) {
    for (const caught of caughtBy(node)) {
      const other = seen.get(caught);
      if (other !== undefined)
        problems.error('catch-duplicate', node.id, `it catches the same ${caught} as "${other}"; keep one of them`);
      seen.set(caught, node.id);
    }
  }
}

function caughtBy(node: FlowNode): readonly string[] {
  if (!('trigger' in node)) return [];
  return triggersOf(node.trigger).flatMap((trigger) => {
    switch (trigger.type) {
      case 'error':
      case 'escalation':
        return [trigger.code === undefined ? trigger.type : `${trigger.type} "${trigger.code}"`];
      case 'cancel':
      case 'compensation':
        return [trigger.type];
      default:
        return [];
    }
  });
}
