import type { z } from 'zod';
import { DomainError } from '@lianban/platform';
import type { Line } from './table.js';

/** Something of a line of a table is not as it is expected. @param reason for administrators, in Chinese */
export function lineDiffers(head: string, reason: string): DomainError {
  return new DomainError({
    code: 'line-refused',
    kind: 'unprocessable',
    message: `The column "${head}" of the line is refused: ${reason}`,
    fields: [{ field: head, message: reason }],
  });
}

/**
 * A line as its schema has it.
 *
 * @param heads of its fields
 * @param instead fields that do not stand in the line as they are meant
 * @throws line-refused, which names the column by its head
 */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  heads: Readonly<Record<string, string>>,
  line: Line,
  instead: Readonly<Record<string, unknown>> = {},
): z.output<Schema> {
  const values = Object.fromEntries(Object.entries(heads).map(([key, head]) => [key, line[head]]));
  const result = schema.safeParse({ ...values, ...instead });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const head = heads[String(issue?.path[0])] ?? '';
  const told = issue?.message ?? '';
  throw lineDiffers(head, isChinese(told) ? told : '没有填写或填写有误');
}

/** Whether a reason is for administrators; others are for programs, and their code is told instead. */
export function isChinese(reason: string): boolean {
  return /\p{Script=Han}/u.test(reason);
}
