import type { ModifyInstruction, PlanChanges, Variables } from '@lianban/bpmn';

/** What an operator does to running instances, to one or to many alike. */
export type Operation =
  /** With all instances of its call hierarchy. */
  | { readonly type: 'suspend' }
  | { readonly type: 'resume' }
  | { readonly type: 'cancel'; readonly reason: string }
  | { readonly type: 'set-variables'; readonly variables: Variables }
  | { readonly type: 'modify'; readonly instructions: readonly ModifyInstruction[]; readonly reason: string }
  /** To another definition, by a plan that is made by itself and changed by hand. */
  | { readonly type: 'migrate'; readonly definitionId: string; readonly changes?: PlanChanges }
  /** All incidents of the instance are tried again. */
  | { readonly type: 'retry-incidents' }
  /** Terms by this calendar are counted anew. */
  | { readonly type: 'recount-timers'; readonly calendar: string; readonly reason: string };

/** What became of one instance. */
export type OperationOutcome =
  | { readonly instanceId: string; readonly outcome: 'done' }
  | { readonly instanceId: string; readonly outcome: 'refused'; readonly code: string; readonly message: string };
