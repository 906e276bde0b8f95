import type { OpenTask } from '@lianban/engine';

/** One way of finishing a task, as the diagram offers it. */
export type TaskOutcome = OpenTask['outcomes'][number];

/** How a user task of a case stands: `lapsed` means that its term ran out and took the case away from the unit. */
type StepState = 'open' | 'done' | 'lapsed' | 'cancelled';

/** A user task of a case with everything that inboxes and rules ask of it. */
export interface Step {
  readonly instanceId: string;
  readonly key: number;
  readonly caseId: string;
  readonly elementId: string;
  readonly name: string;
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly pools: readonly string[];
  /** Accounts that step aside from the case (回避). */
  readonly recused: readonly string[];
  readonly outcomes: readonly TaskOutcome[];
  readonly properties: Readonly<Record<string, string>>;
  /** The form that it shows, in the version that was the latest when the step was offered. */
  readonly formKey: string | null;
  readonly formVersion: number | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly receivedAt: Date;
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  /** Ids of the boundary timers that mean "yellow" and "term over". */
  readonly warnEvent: string | null;
  readonly dueEvent: string | null;
  /** Key of the element whose timers those are: the task's own, or that of a sub-process around it. */
  readonly termKey: number;
  /** Calendar by which the term is counted. */
  readonly calendarId: string | null;
  readonly suspended: boolean;
  readonly state: StepState;
  readonly finishedByName: string | null;
}

/** What is known of a step from its id alone. */
export type StepId = Pick<Step, 'instanceId' | 'key'>;

/** A task that follows from an act, as answers name it. */
export interface TaskRef {
  readonly id: string;
  readonly elementId: string;
  readonly name: string;
  /** Name of the unit. */
  readonly unit: string | null;
  readonly dueAt: string | null;
}
