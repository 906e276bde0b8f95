import type { JsonValue, Variables } from '../model/value.js';

type Plain = string | number | boolean | null;

/** More distinct questions than the conditions of many diagrams ask; then it begins anew. */
const CAPACITY = 10_000;

/** Longer questions are not worth remembering. */
const LONGEST = 1_000;

/** What reads the clock gives another answer the next time. */
const READS_CLOCK = /\b(?:now|today)\b/;

/**
 * Remembers what expressions came to: the interpreter parses a text anew each time, and the conditions of a process
 * are asked again and again with few different values. Only plain answers are remembered, so nothing can be changed.
 */
const remembered = new Map<string, Plain>();

/** The question as a text; undefined when its answer must not be remembered. */
export function questionOf(feel: string, variables: Variables): string | undefined {
  if (feel.length > LONGEST || READS_CLOCK.test(feel)) return undefined;
  let question = feel;
  for (const [name, value] of Object.entries(variables)) {
    question += `\0${name}\0${JSON.stringify(value)}`; // NUL stands in no text of a diagram
    if (question.length > LONGEST) return undefined;
  }
  return question;
}

/** The answer to a question that was asked before. */
export function recall(question: string): JsonValue | undefined {
  return remembered.get(question);
}

/** Keeps an answer, if it is plain. */
export function remember(question: string, answer: JsonValue): void {
  if (!isPlain(answer)) return;
  if (remembered.size >= CAPACITY) remembered.clear();
  remembered.set(question, answer);
}

function isPlain(value: unknown): value is Plain {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The question whether a value passes the cell of a decision table; undefined where something in it is no plain value. */
export function cellQuestionOf(
  tests: string,
  value: unknown,
  scope: Readonly<Record<string, unknown>>,
): string | undefined {
  const asked = { ...scope, '?': value };
  return Object.values(asked).every(isPlain) ? questionOf(`?\0${tests}`, asked as Variables) : undefined;
}
