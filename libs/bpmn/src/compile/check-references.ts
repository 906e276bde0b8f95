import type { CompiledDecision } from '../decision/decision-model.js';
import type { Assignment, CallActivity, FlowNode, UserTask } from '../model/flow-node.js';
import { triggersOf, type TimerDefinition } from '../model/trigger.js';
import type { ProblemList } from '../reader/problem-list.js';
import type { ReadProcess } from '../reader/read-process.js';

/** Names of an installation that diagrams may use; those of an absent kind are not checked, as in a tool without one. */
export interface InstallationNames {
  /** Calendars of timers. */
  readonly calendars?: { has(id: string): boolean };
  /** Roles and units, for candidate groups of user tasks. */
  readonly groups?: { has(group: string): boolean };
  /** Forms of user tasks. */
  readonly forms?: { has(id: string): boolean };
}

/** What a deployment may refer to. */
export interface KnownNames extends InstallationNames {
  readonly decisions: ReadonlyMap<string, CompiledDecision>;
  /** The processes of the same deployment. */
  readonly called: ReadonlyMap<string, ReadProcess>;
}

/** Refuses calendars, decisions and candidate groups that do not exist, and calls of what cannot be called. */
export function checkReferences(process: ReadProcess, known: KnownNames, problems: ProblemList): void {
  for (const { id, assignment } of process.lanes.values()) checkGroups(id, assignment, known, problems);
  for (const node of process.nodes.values()) {
    if (node.type === 'userTask') {
      checkGroups(node.id, node.assignment, known, problems);
      checkForm(node, known, problems);
    }
    for (const { calendar } of timersOf(node)) {
      // What an expression yields is known only when the timer is set.
      if (typeof calendar !== 'string' || !known.calendars || known.calendars.has(calendar)) continue;
      problems.error(
        'calendar-unknown',
        node.id,
        `calendar "${calendar}" does not exist; name one of this installation`,
      );
    }
    if (node.type === 'callActivity') checkCall(node, known, problems);
    if (node.type === 'businessRuleTask' && node.decision !== undefined)
      checkDecision(node.id, node.decision, known, problems);
  }
}

function checkDecision(id: string, name: string, { decisions }: KnownNames, problems: ProblemList): void {
  const decision = decisions.get(name);
  if (!decision)
    problems.error(
      'decision-unknown',
      id,
      `decision "${name}" is in none of the deployed DMN files; deploy its file together with the diagram`,
    );
  else if (decision.logic.kind === 'function')
    problems.error(
      'decision-unknown',
      id,
      `"${name}" is a knowledge model, not a decision; name a decision that uses it`,
    );
}

/** Groups that an expression yields are known only when the task is created. */
function checkGroups(id: string, assignment: Assignment, { groups }: KnownNames, problems: ProblemList): void {
  const { candidateGroups } = assignment;
  if (!groups || candidateGroups?.kind !== 'literal') return;
  for (const group of candidateGroups.value.split(',').map((name) => name.trim())) {
    if (group === '' || groups.has(group)) continue;
    problems.error(
      'group-unknown',
      id,
      `candidate group "${group}" is neither a role nor a unit; name one that exists, or add it`,
    );
  }
}

/** What other tools name may be a page of theirs; a step whose form is not here shows none. */
function checkForm({ id, form, foreignForm }: UserTask, { forms }: KnownNames, problems: ProblemList): void {
  if (form === undefined || !forms || forms.has(form)) return;
  const message = `form "${form}" does not exist; name one of this installation, or design it under 流程设计 → 表单`;
  if (foreignForm) problems.warning('form-unknown', id, `${message}; until then the step shows none`);
  else problems.error('form-unknown', id, message);
}

/** A called process begins at a start event without trigger (BPMN 2.0 §10.5.2), or at what no flow leads to. */
function checkCall({ id, calledElement }: CallActivity, { called }: KnownNames, problems: ProblemList): void {
  const process = calledElement.kind === 'literal' ? called.get(calledElement.value) : undefined;
  if (!process || process.scopes.get(process.id)?.startEvents.length !== 0) return;
  const message = `process "${process.id}" has no start event without a trigger and cannot be called; draw one`;
  problems.error('called-start', id, message);
}

function timersOf(node: FlowNode): readonly TimerDefinition[] {
  const triggers = 'trigger' in node ? triggersOf(node.trigger) : [];
  return triggers.flatMap((trigger) => (trigger.type === 'timer' ? [trigger.timer] : []));
}
