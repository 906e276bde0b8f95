import { z } from 'zod';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';

const text = z.string().trim().min(1).max(200).optional();
const instant = z.iso.datetime({ offset: true }).pipe(z.coerce.date()).optional();

const filter = {
  who: text.describe('A name as it stood then, a user name, or the id of an account'),
  action: text,
  result: z.enum(['done', 'refused', 'failed']).optional(),
  case: text.describe('Code of a case'),
  ip: text,
  from: instant,
  until: instant.describe('Before this instant'),
};

export const auditQuerySchema = pagingSchema.extend(filter);

export const auditExportSchema = z.object({ ...filter, format: z.enum(['xlsx', 'csv']) });

const auditEntrySchema = z
  .object({
    stream: z.string(),
    seq: z.int(),
    at: instantSchema,
    who: z.string().nullable().describe('Null: the system, or somebody who did not get in'),
    role: z.string(),
    unit: z.string(),
    onBehalfOf: z.string().nullable(),
    action: z.string(),
    subject: z.object({ type: z.string(), id: z.string() }).nullable(),
    caseCode: z.string().nullable(),
    reason: z.string().nullable(),
    result: z.enum(['done', 'refused', 'failed']),
    detail: z.record(z.string(), z.unknown()),
    ip: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

export const auditEntriesSchema = pageSchema(auditEntrySchema).meta({ id: 'AuditEntryPage' });

export type AuditEntryAnswer = z.output<typeof auditEntrySchema>;

export const auditActionsSchema = z.array(z.string());

export const auditCheckSchema = z
  .object({
    checked: z.int().describe('Entries of this part that follow each other as they should'),
    total: z.int().describe('Entries of the whole trail'),
    broken: z.array(z.object({ stream: z.string(), seq: z.int(), reason: z.string() })),
    next: z.string().nullable().describe('`after` of the next part; null: this was the last'),
  })
  .meta({ id: 'AuditCheck' });
