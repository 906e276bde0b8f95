import { z } from 'zod';

const code = z.string().min(1).max(80);
const codes = z.array(code).min(1).max(30);
const day = z.iso.date('日期格式为 YYYY-MM-DD');

/** Lights of lines; what has no term has none. */
const lights = ['green', 'yellow', 'red', 'paused'] as const;

/** What lines of an inbox must fulfil; what is absent does not matter, of several values one is enough. */
export const inboxConditionsSchema = z
  .strictObject({
    category: codes.optional().describe('Codes of categories'),
    channel: codes.optional().describe('Codes of channels'),
    unit: codes.optional().describe('Ids of units that handle the step'),
    step: codes.optional().describe('Names of steps, as they are shown'),
    light: z.array(z.enum(lights)).min(1).optional(),
    from: day.optional().describe('First day of receipt: of the task, in 我登记的 and 抄送我 of the case'),
    to: day.optional().describe('Last day of receipt'),
  })
  .meta({ id: 'InboxConditions' });

export type InboxConditions = z.output<typeof inboxConditionsSchema>;

/** As {@link inboxConditionsSchema}, in an address: one value, or the same name several times. */
export const inboxConditionsQuery = inboxConditionsSchema.extend({
  category: several(codes, code),
  channel: several(codes, code),
  unit: several(codes, code),
  step: several(codes, code),
  light: several(inboxConditionsSchema.shape.light.unwrap(), z.enum(lights)),
});

function several<T>(list: z.ZodType<T[]>, one: z.ZodType<T>) {
  return z.union([list, one.transform((value) => [value])]).optional();
}

/** What the lines of a box offer to be chosen from. */
export interface InboxChoices {
  readonly categories: readonly Choice[];
  readonly channels: readonly Choice[];
  readonly units: readonly Choice[];
  /** Names. */
  readonly steps: readonly string[];
}

interface Choice {
  readonly code: string;
  readonly name: string;
}
