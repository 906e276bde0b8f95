import type { Problem } from '@lianban/bpmn';

/** Prints problems of diagrams, one line each. */
export function tellProblems(problems: readonly Problem[]): void {
  for (const { file, element, severity, code, message } of problems) {
    process.stdout.write(`${file ?? ''}: ${element ?? '-'}: ${severity}: ${message} [${code}]\n`);
  }
}
