import { z } from 'zod';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';
import { versionSchema } from '../workflows/workflow.schema.js';

/** Which open incidents are asked for; all conditions together. */
export const incidentQuerySchema = pagingSchema.extend({
  processKey: z.string().min(1).max(200).optional(),
  version: versionSchema.optional(),
  elementId: z.string().min(1).max(200).optional(),
});

const incidentSchema = z
  .object({
    instanceId: z.string(),
    key: z.int(),
    processKey: z.string(),
    processName: z.string(),
    version: z.int(),
    elementId: z.string(),
    elementName: z.string().describe('Its id where the diagram names it not'),
    code: z.string(),
    message: z.string(),
    raisedAt: instantSchema,
  })
  .meta({ id: 'Incident' });

export const incidentPageSchema = pageSchema(incidentSchema).meta({ id: 'IncidentPage' });
