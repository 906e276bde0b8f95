import { z } from 'zod';

/** More than a request takes, so that what is too long is kept until it is shortened. */
const mostCharacters = 40_000;

/** What somebody has filled in to register a request so far; nothing of it is checked before it is sent. */
export const writtenCaseSchema = z
  .record(z.string().max(64), z.unknown())
  .refine((values) => JSON.stringify(values).length <= mostCharacters, '填写的内容过长')
  .meta({ id: 'WrittenCase' });

export type WrittenCase = z.output<typeof writtenCaseSchema>;

/** It as it is kept. */
export const keptCaseSchema = z
  .object({ draft: writtenCaseSchema.nullable(), savedAt: z.string().nullable() })
  .meta({ id: 'KeptCase' });

export type KeptCase = z.output<typeof keptCaseSchema>;
