import { z } from 'zod';
import { sideKinds } from '@lianban/casework';
import { unitKinds } from '@lianban/organisation';
import { namedSchema } from '../http/paging.js';

const categorySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    get children() {
      return z.array(categorySchema);
    },
  })
  .meta({ id: 'Category' });

/** All topics. */
export const categoriesSchema = z.array(categorySchema);

/** All channels. */
export const channelsSchema = z.array(namedSchema);

/** Ways in which matters are settled. */
export const dispositionsSchema = z.array(
  z
    .object({
      code: z.string(),
      name: z.string(),
      followUp: z.enum(sideKinds).nullable().describe('What goes on beside the case from then on'),
    })
    .meta({ id: 'Disposition' }),
);

/** Reasons not to handle a request here. */
export const intakeExitsSchema = z.array(
  z
    .object({ code: z.string(), name: z.string(), told: z.string().describe('What the resident is usually told') })
    .meta({ id: 'IntakeExit' }),
);

/** Reasons for which the clock of a task may stand. */
export const pauseReasonsSchema = z.array(
  z
    .object({
      code: z.string(),
      name: z.string(),
      capDays: z.int().describe('After so many days it runs again'),
      times: z.int(),
    })
    .meta({ id: 'PauseReason' }),
);

/** What a unit is in the hierarchy. */
export const unitKindSchema = z.enum(unitKinds).meta({ id: 'UnitKind' });

/** Which units are asked for. */
export const unitQuerySchema = z.object({
  kind: unitKindSchema.optional(),
  parent: z.string().max(64).optional(),
});

/** Units in the order of the tree. */
export const unitsSchema = z.array(
  z
    .object({ id: z.string(), name: z.string(), kind: unitKindSchema, parentId: z.string().nullable() })
    .meta({ id: 'Unit' }),
);
