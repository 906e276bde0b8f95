import type { CompiledDefinitions, CompiledProcess } from '@lianban/bpmn';
import type { DefinitionRef } from './definition-ref.js';

/** One deployed version of a process, as lists show it. */
export interface Definition extends DefinitionRef {
  readonly deploymentId: string;
  /** Name of the file that holds the process. */
  readonly resourceName: string;
  /** SHA-256 of the whole deployment's content. */
  readonly sha256: string;
  readonly deployedAt: Date;
  /** Since when nothing is started by it. */
  readonly suspendedAt: Date | null;
}

/** A definition that is ready to run. Immutable. */
export interface RunnableDefinition {
  readonly ref: DefinitionRef;
  readonly deploymentId: string;
  readonly process: CompiledProcess;
  readonly decisions: CompiledDefinitions['decisions'];
}
