import type { CompiledDecision } from '../decision/decision-model.js';
import type { FlowNode } from '../model/flow-node.js';
import { triggersOf, type TimerDefinition } from '../model/trigger.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** What a deployment may refer to. */
export interface KnownNames {
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  /** Absent when calendars are not checked, e.g. in a tool without an installation. */
  readonly calendars?: { has(id: string): boolean };
}

/** Refuses calendars and decisions that do not exist. */
export function checkReferences(process: ReadProcess, known: KnownNames, problems: ProblemList): void {
  for (const node of process.nodes.values()) {
    for (const { calendar } of timersOf(node)) {
      if (calendar === undefined || !known.calendars || known.calendars.has(calendar)) continue;
      problems.error(
        'calendar-unknown',
        node.id,
        `calendar "${calendar}" does not exist; name one of this installation`,
      );
    }
    if (node.type === 'businessRuleTask' && node.decision !== undefined && !known.decisions.has(node.decision)) {
      problems.error(
        'decision-unknown',
        node.id,
        `decision "${node.decision}" is in none of the deployed DMN files; deploy its file together with the diagram`,
      );
    }
  }
}

function timersOf(node: FlowNode): readonly TimerDefinition[] {
  const triggers = 'trigger' in node ? triggersOf(node.trigger) : [];
  return triggers.flatMap((trigger) => (trigger.type === 'timer' ? [trigger.timer] : []));
}
