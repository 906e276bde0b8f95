import {
  checkMigration,
  migrateCommand,
  migrationPlan,
  type Command,
  type MigrationPlan,
  type PlanChanges,
} from '@lianban/bpmn';
import type { RunningInstance } from '../commands/running-instance.js';
import type { RunnableDefinition } from '../definitions/definition.js';

type MigrateInstance = Extract<Command, { type: 'migrate-instance' }>;

/** The definition that instances go over to, with the plan for each definition that they come from. */
export class MigrationTarget {
  readonly #plans = new Map<string, { readonly plan: MigrationPlan; readonly command: MigrateInstance }>();
  readonly #moved = new Map<string, string[]>();

  constructor(
    readonly definition: RunnableDefinition,
    private readonly changes: PlanChanges | undefined,
  ) {}

  planFrom(from: RunnableDefinition): { readonly plan: MigrationPlan; readonly command: MigrateInstance } {
    const known = this.#plans.get(from.ref.id);
    if (known) return known;
    const plan = migrationPlan(from.process, this.definition.process, this.changes);
    const made = { plan, command: migrateCommand(plan, this.definition.process) };
    this.#plans.set(from.ref.id, made);
    return made;
  }

  /** Why an instance cannot go over; undefined when it can. */
  obstacleOf({ state, definition }: RunningInstance): string | undefined {
    if (!state || state.status !== 'active') return 'it has ended';
    const { plan } = this.planFrom(definition);
    const obstacles = checkMigration(plan, definition.process, this.definition.process, state);
    return obstacles.length > 0 ? obstacles.map(({ message }) => message).join('; ') : undefined;
  }

  hasMoved({ id, definition }: RunningInstance): void {
    this.#moved.set(definition.ref.id, [...(this.#moved.get(definition.ref.id) ?? []), id]);
  }

  /** Who has gone over, with the renaming that they share. */
  get moved(): readonly { readonly ids: readonly string[]; readonly renamed: Readonly<Record<string, string>> }[] {
    return [...this.#moved].map(([from, ids]) => ({ ids, renamed: this.#plans.get(from)?.command.renamed ?? {} }));
  }
}
