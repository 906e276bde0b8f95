import { isActivity, type FlowNode } from '../model/flow-node.js';
import { triggersOf } from '../model/trigger.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Refuses two events of one activity or scope that would catch the same error or escalation, so that none is chosen by chance. */
export function checkCatchers(process: ReadProcess, problems: ProblemList): void {
  for (const scope of process.scopes.values()) checkGroup(process, scope.eventStarts, problems);
  for (const node of process.nodes.values()) if (isActivity(node)) checkGroup(process, node.boundary, problems);
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
