import { Inject, Injectable } from '@nestjs/common';
import { checkValues, initialValues, inputsOf, namedVariables, valueText, type FormValues } from '@lianban/bpmn';
import { TaskQueryService, taskIdOf, type StartRequest } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { reachableStep } from '../tasks/reachable-step.js';
import type { Step } from '../tasks/step.js';
import { formUnknown, valuesRefused } from './form.errors.js';
import { filledForms, findForm, insertFilledForm, type FilledRow } from './form.sql.js';
import type { FilledForm, FormView, TaskForm } from './form.js';

type Variables = StartRequest['variables'];

/** What somebody sent for a step: all variables, and those of its form by themselves. */
export interface Filled {
  readonly variables: Variables;
  /** Undefined for a step without a form. */
  readonly values: FormValues | undefined;
}

/** The forms of tasks: what they show, what is taken of what was filled in, and what stays of it with the case. */
@Injectable()
export class TaskForms {
  readonly #database: Database;
  readonly #tasks: TaskQueryService;
  readonly #cases: CaseAccess;
  readonly #access: AccessService;
  readonly #clock: Clock;

  constructor(
    database: Database,
    tasks: TaskQueryService,
    cases: CaseAccess,
    access: AccessService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#tasks = tasks;
    this.#cases = cases;
    this.#access = access;
    this.#clock = clock;
  }

  /** The form of a task that one holds or may claim. @throws permission-missing, task-unknown, form-unknown */
  async of(principal: Principal, taskId: string): Promise<TaskForm> {
    const step = await reachableStep(this.#database, this.#access, principal, taskId);
    const form = await this.#formOf(this.#database, step);
    if (!form) throw formUnknown(step.formKey ?? step.name);
    const known = await this.#tasks.variables(this.#database, taskId);
    const names = namedVariables(form.content, Object.keys(known));
    const variables = Object.fromEntries(names.map((name) => [name, known[name] ?? null]));
    return { form, variables, values: initialValues(form.content, { variables, now: this.#now() }) };
  }

  /**
   * Checks what was sent by the form of the step. Values of fields that are hidden or not filled in by people are left
   * out, whatever was sent; variables that the form does not name stay as they are.
   *
   * @throws form-values-refused
   */
  async take(tx: Transaction, step: Step, variables: Variables): Promise<Filled> {
    const form = await this.#formOf(tx, step);
    if (!form) return { variables, values: undefined };
    const known = await this.#tasks.variables(tx, taskIdOf(step.instanceId, step.key));
    const { outcome = null } = variables;
    const context = { variables: { ...known, outcome }, now: this.#now() };
    const { values, problems } = checkValues(form.content, variables, context);
    if (problems.length > 0) throw valuesRefused(form.name, problems);
    const keys = new Set(inputsOf(form.content.components).map(({ key }) => key));
    const others = Object.fromEntries(Object.entries(variables).filter(([name]) => !keys.has(name)));
    return { variables: { ...others, ...values }, values };
  }

  /** Keeps what was filled in with the case; after the engine went on, for the order of locks. */
  async keep(tx: Transaction, principal: Principal, step: Step, values: FormValues): Promise<void> {
    const { instanceId, key, caseId, name, unitName, formKey, formVersion } = step;
    if (formKey === null || formVersion === null) return;
    const by = { at: this.#clock.now(), id: principal.accountId, name: principal.displayName };
    const filled = { instanceId, key, caseId, step: name, unit: unitName, formKey, formVersion, values };
    await insertFilledForm(tx, filled, by);
  }

  /** What was filled in for a case, the newest first. @throws permission-missing, case-unknown */
  async ofCase(principal: Principal, caseId: string): Promise<FilledForm[]> {
    await this.#cases.require(principal, caseId);
    return await this.#cases.told(principal, caseId, (await filledForms(this.#database, caseId)).map(filledForm));
  }

  async #formOf(db: Database | Transaction, { formKey, formVersion }: Step): Promise<FormView | undefined> {
    return formKey === null || formVersion === null ? undefined : await findForm(db, formKey, formVersion);
  }

  #now(): string {
    return this.#clock.now().toISOString();
  }
}

/** Fields that were hidden have no line. */
function filledForm(row: FilledRow): FilledForm {
  const { step, unit, name, content, values, at, by } = row;
  const fields = inputsOf(content.components).filter(({ key }) => key in values);
  return {
    taskId: taskIdOf(row.instanceId, row.key),
    step,
    unit,
    form: { key: row.formKey, version: row.formVersion, name },
    at: at.toISOString(),
    by,
    entries: fields.map((field) => {
      const value = values[field.key] ?? null;
      return { key: field.key, label: field.label || field.key, value, text: valueText(field, value) };
    }),
  };
}
