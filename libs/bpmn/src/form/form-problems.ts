/** One fault of a form, told so that its author can mend it. */
export interface FormProblem {
  /** Stable, for programs. */
  readonly code: string;
  /** Id of the component at fault; absent when the form as a whole is. */
  readonly component?: string;
  /** Attribute, rule or type that it is about. */
  readonly about?: string;
  readonly message: string;
}

/** More than these nobody reads at once. */
const most = 100;

/** Gathers what is wrong with a form. */
export class FormProblems {
  readonly #problems: FormProblem[] = [];

  get all(): readonly FormProblem[] {
    return this.#problems;
  }

  add(code: string, component: string | undefined, message: string, about?: string): void {
    if (this.#problems.length >= most) return;
    const where = { ...(component !== undefined && { component }), ...(about !== undefined && { about }) };
    this.#problems.push({ code, ...where, message });
  }
}
