import type { Command, CompiledProcess, EngineEvent, InstanceState, Instant, Key } from '@lianban/bpmn';
import type { Actor } from '../commands/actor.js';
import type { DefinitionRef } from '../definitions/definition-ref.js';

/** One step of one instance, complete: all that its rows and its record are made from. */
export interface Step {
  readonly instanceId: string;
  readonly rootId: string;
  readonly parent?: { readonly instanceId: string; readonly key: Key };
  readonly businessKey: string | null;
  readonly definition: DefinitionRef;
  readonly process: CompiledProcess;
  readonly command: Command;
  readonly actor: Actor;
  readonly at: Instant;
  /** Number of the step within its instance, from 1; the first one creates the instance. */
  readonly revision: number;
  readonly before: InstanceState | undefined;
  readonly events: readonly EngineEvent[];
  readonly state: InstanceState;
}
