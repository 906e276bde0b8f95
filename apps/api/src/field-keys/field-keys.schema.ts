import { z } from 'zod';
import { sealAlgorithmNames } from '@lianban/platform';

const algorithm = z.enum(sealAlgorithmNames);

export const newFieldKeySchema = z
  .object({ algorithm: algorithm.default(sealAlgorithmNames[0]) })
  .meta({ id: 'NewFieldKey' });

export const fieldKeysSchema = z
  .object({
    keys: z
      .array(
        z
          .object({
            id: z.string(),
            algorithm,
            seals: z.boolean().describe('It seals what is written now'),
            addedAt: z.string().nullable(),
            rows: z.int().describe('How many rows are sealed with it'),
          })
          .meta({ id: 'FieldKey' }),
      )
      .describe('The one that seals first; never the keys themselves'),
    plain: z.int().describe('Rows that are not sealed yet, as they are from before there were keys'),
    left: z.int().describe('Rows that the worker has still to seal, or to seal anew'),
  })
  .meta({ id: 'FieldKeys' });

export const madeFieldKeySchema = z.object({ id: z.string() }).meta({ id: 'MadeFieldKey' });

export type NewFieldKey = z.output<typeof newFieldKeySchema>;
export type FieldKeysView = z.output<typeof fieldKeysSchema>;
