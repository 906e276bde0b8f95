import type { Command, EngineEvent, InstanceState, InstanceStatus, Key } from '@lianban/bpmn';
import type { DefinitionRef } from '../definitions/definition-ref.js';
import type { OpenTask } from '../instances/open-task.js';
import type { Actor } from './actor.js';

/** One step of one process instance, as listeners see it: what was asked, what happened, and what is now. */
export interface StepRecord {
  readonly instanceId: string;
  readonly businessKey: string | null;
  /** The outermost calling instance; the instance itself when nobody called it. */
  readonly rootId: string;
  readonly parent?: { readonly instanceId: string; readonly key: Key };
  readonly definition: DefinitionRef;
  readonly command: Command;
  readonly events: readonly EngineEvent[];
  readonly state: InstanceState;
  readonly actor: Actor;
  /** The "now" of the step. */
  readonly at: Date;
  /** Number of the step within its instance, from 1. */
  readonly revision: number;
}

/** The answer to a command. Everything in it is already written in the caller's transaction. */
export interface StepOutcome {
  readonly instanceId: string;
  readonly businessKey: string | null;
  readonly definition: DefinitionRef;
  readonly status: InstanceStatus;
  /** Events of the commanded instance, in order. */
  readonly events: readonly EngineEvent[];
  /** User tasks that the command opened and left open, in this instance and in those it called or returned to. */
  readonly tasks: readonly OpenTask[];
}
