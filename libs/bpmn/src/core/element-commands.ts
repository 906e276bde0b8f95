import { behaviourOf } from '../behaviours/registry.js';
import type { CallActivity } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import type { Command } from './command.js';
import { Failure, Rejection } from './failure.js';
import { openElement, openInstance, waitingElement } from './guard.js';
import { raiseIncident, resumeGivenUpTimer } from './incidents.js';
import { complete } from './life-cycle.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';
import { throwError, throwEscalation } from './throwing.js';
import { perform } from './commands.js';
import { mappedValues, propagate, takeResult } from './variables.js';

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>;

export function completeElement(run: Run, { key, variables }: Of<'complete-element'>): void {
  const element = ownWork(run, key);
  const node = run.node(element.elementId);
  if (!behaviourOf(node).completable) {
    throw new Rejection(
      'not-allowed',
      `expected "${node.id}" to be work that can be completed, but it is a ${node.type}`,
    );
  }
  takeResult(run, key, variables);
  complete(run, key);
}

export function throwErrorAt(run: Run, command: Of<'throw-error'>): void {
  const element = waitingElement(run, command.key);
  orIncident(run, element.key, () => throwError(run, element.key, command));
}

/** Thrown by the work at an element, or by the process that a call activity has called; that brings its variables along. */
export function throwEscalationAt(run: Run, { key, code, variables = {} }: Of<'throw-escalation'>): void {
  const element = waitingElement(run, key);
  orIncident(run, key, () => {
    takeCalledVariables(run, element, variables);
    throwEscalation(run, key, code);
  });
}

export function failElement(run: Run, { key, message }: Of<'fail-element'>): void {
  const { elementId } = ownWork(run, key);
  const { id, type } = run.node(elementId);
  if (run.process.scopes.has(id) || type === 'callActivity') {
    throw new Rejection('not-allowed', `expected "${id}" to be work that can fail, but it is a ${type}`);
  }
  raiseIncident(run, key, { code: 'job-failed', message });
}

/** Repeats the phase that an incident holds up; a step that was given up is run again as a whole. */
export function resolveIncident(run: Run, { key }: Of<'resolve-incident'>): void {
  openInstance(run);
  const incident = run.draft.incidents[key];
  if (!incident) {
    throw new Rejection(
      'already-decided',
      `expected incident ${key} of "${run.draft.id}" to be open, but it is resolved`,
    );
  }
  const { owner, elementId } = incident;
  run.emit({ type: 'incident-resolved', key, elementId, ...(owner === undefined ? {} : { owner }) });
  if (incident.retry) return retryStep(run, incident.retry);
  if (owner === undefined) return;
  if (incident.code === 'condition-failed') {
    run.variablesChanged = true;
    return;
  }
  if (run.element(owner).phase !== 'leaving') return run.agenda.add({ do: 'enter', key: owner });
  // Outputs that were written already are not written twice; only a failed mapping comes before them.
  run.agenda.add({ do: 'leave', key: owner, mapped: incident.code !== 'mapping-failed' });
}

/** Runs the command of a step that was given up again; one that has been overtaken meanwhile is done with. */
function retryStep(run: Run, command: Command): void {
  resumeGivenUpTimer(run, command);
  try {
    perform(run, command);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
}

/** The called instance has ended: its variables come back, or its error is thrown here. */
export function finishCall(run: Run, { key, outcome }: Of<'finish-call'>): void {
  const element = openElement(run, key);
  const node = run.node(element.elementId) as CallActivity;
  switch (outcome.type) {
    case 'completed':
      if (node.inheritVariables && element.scope !== null) propagate(run, element.scope, outcome.variables);
      else run.emit({ type: 'variables-set', scope: key, variables: outcome.variables });
      return complete(run, key);
    case 'error':
      return orIncident(run, key, () => {
        const { variables: _called, ...error } = outcome;
        takeCalledVariables(run, element, outcome.variables ?? {});
        throwError(run, key, error);
      });
    case 'terminated':
      return raiseIncident(run, key, {
        code: 'called-process-failed',
        message: `the called instance was terminated: ${outcome.reason}`,
      });
  }
}

/** What a called process leaves behind when it throws: as its outputs say, or all of it. */
function takeCalledVariables(run: Run, { key, scope, elementId }: ElementInstance, variables: Variables): void {
  const node = run.node(elementId);
  if (node.type !== 'callActivity' || scope === null || Object.keys(variables).length === 0) return;
  if (node.inheritVariables) return propagate(run, scope, variables);
  if (node.outputs.length === 0) return;
  run.emit({ type: 'variables-set', scope: key, variables });
  propagate(run, scope, mappedValues(run, key, node.outputs));
}

/** A waiting element that is work itself, not the body around the instances of a loop. */
function ownWork(run: Run, key: Key): ElementInstance {
  const element = waitingElement(run, key);
  if (element.part === undefined) return element;
  const message = `expected an instance of the loop "${element.elementId}", but ${key} is the loop as a whole`;
  throw new Rejection('not-allowed', message);
}

function orIncident(run: Run, key: Key, deed: () => void): void {
  try {
    deed();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    raiseIncident(run, key, error);
  }
}
