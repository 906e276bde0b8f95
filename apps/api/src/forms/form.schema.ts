import { z } from 'zod';
import { instantSchema, pageSchema } from '../http/paging.js';

const formVersionSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    madeAt: instantSchema,
    madeBy: z.string().nullable().describe('Null: the product itself'),
  })
  .meta({ id: 'FormVersion' });

/** One page of the forms, each in its latest version. */
export const formPageSchema = pageSchema(formVersionSchema).meta({ id: 'FormPage' });

/** The versions of a form. */
export const formHistorySchema = z.array(formVersionSchema);

/** One version of a form. */
export const formSchema = formVersionSchema
  .extend({ content: z.record(z.string(), z.unknown()).describe('The JSON of form-js') })
  .meta({ id: 'Form' });

const valuesSchema = z.record(z.string(), z.unknown());

/** The form of a task for who fills it in. */
export const taskFormSchema = z
  .object({
    form: formSchema,
    values: valuesSchema.describe('What it shows at first'),
    variables: valuesSchema.describe('Variables of the instance that its fields and conditions name'),
  })
  .meta({ id: 'TaskForm' });

/** What was filled in for a case. */
export const filledFormsSchema = z.array(
  z
    .object({
      taskId: z.string(),
      step: z.string(),
      unit: z.string().nullable(),
      form: z.object({ key: z.string(), version: z.int(), name: z.string() }),
      at: instantSchema,
      by: z.string(),
      entries: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          value: z.unknown(),
          text: z.string().nullable().describe('As people read it; null for yes, no and nothing'),
        }),
      ),
    })
    .meta({ id: 'FilledForm' }),
);

/** The number of a version in an address. */
export const formNumberSchema = z.coerce.number().int().min(1).max(1_000_000);
