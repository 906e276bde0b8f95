import { z } from 'zod';
import { inboxLooksSchema } from './inbox-look.js';

/** What a person may decide for themselves, by its key; what they did not decide is as given here. */
const schemas = {
  keyboard: z.strictObject({
    enabled: z.boolean().default(true).describe('Whether single letters are commands'),
  }),
  completing: z.strictObject({
    openNext: z.boolean().default(false).describe('Whether the task that is due next opens when one is done'),
  }),
  language: z.strictObject({
    chosen: z
      .enum(['zh-CN', 'en'])
      .optional()
      .describe('In which language the web is shown; absent: as the browser has it'),
  }),
  inbox: inboxLooksSchema,
} as const;

type Schemas = typeof schemas;

/** Every key. */
const preferenceKeys = Object.keys(schemas) as readonly (keyof Schemas)[];

/** What a person decided, or what holds without that. */
export type Preferences = { readonly [Key in keyof Schemas]: z.output<Schemas[Key]> };

/** Every preference. */
export const preferencesSchema = z.object(schemas).meta({ id: 'Preferences' });

/** Preferences that change; those that are not named stay. */
export const preferenceChangeSchema = z.strictObject(schemas).partial().meta({ id: 'PreferenceChange' });

/** Preferences that change, as they were checked at the edge. */
export type PreferenceChange = z.output<typeof preferenceChangeSchema>;

/** What is stored, read by the schema of each key; what another version wrote and no longer fits is as if undecided. */
export function preferencesOf(stored: ReadonlyMap<string, unknown>): Preferences {
  const read = <Key extends keyof Schemas>(key: Key) => {
    const kept = schemas[key].safeParse(stored.get(key) ?? {});
    return [key, kept.success ? kept.data : schemas[key].parse({})] as const;
  };
  return Object.fromEntries(preferenceKeys.map(read)) as Preferences;
}
