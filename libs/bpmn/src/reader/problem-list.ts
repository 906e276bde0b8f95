import type { Problem } from '../model/problem.js';

/** Gathers the faults of one file while it is read, so that all are told at once. */
export class ProblemList {
  private readonly problems: Problem[] = [];

  constructor(private readonly file: string | undefined) {}

  error(code: string, element: string | undefined, message: string): void {
    this.add('error', code, element, message);
  }

  warning(code: string, element: string | undefined, message: string): void {
    this.add('warning', code, element, message);
  }

  all(): readonly Problem[] {
    return this.problems;
  }

  hasErrors(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  private add(severity: Problem['severity'], code: string, element: string | undefined, message: string): void {
    this.problems.push({
      severity,
      code,
      message,
      ...(element === undefined ? {} : { element }),
      ...(this.file === undefined ? {} : { file: this.file }),
    });
  }
}
