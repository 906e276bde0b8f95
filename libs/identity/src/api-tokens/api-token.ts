import { z } from 'zod';
import { permissions, type Permission } from '../access/permission.js';

const longestTerm = 365;

/** A token that somebody asks for. */
export const newApiTokenSchema = z
  .object({
    name: z.string().trim().min(1, '请填写用途').max(60, '用途不能超过 60 字'),
    scopes: z.array(z.enum(permissions)).min(1, '请选择权限').describe('Of what its account may do; nothing else'),
    days: z.int().min(1).max(longestTerm).describe('Until it expires'),
  })
  .meta({ id: 'NewApiToken' });

/** A token as lists show it; the token itself is told once, when it is made. */
export const apiTokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    start: z.string().describe('Its first characters'),
    scopes: z.array(z.string()),
    account: z.object({ id: z.string(), name: z.string(), username: z.string() }).describe('As whom it acts'),
    createdAt: z.string(),
    createdBy: z.string(),
    expiresAt: z.string(),
    usedOn: z.string().nullable().describe('The last day on which it was used'),
    state: z.enum(['live', 'expired', 'revoked']),
  })
  .meta({ id: 'ApiToken' });

export type NewApiToken = z.output<typeof newApiTokenSchema>;
export type ApiToken = z.output<typeof apiTokenSchema>;

/** A live token with what it allows. */
export interface KnownToken {
  readonly id: string;
  readonly accountId: string;
  readonly start: string;
  readonly scopes: ReadonlySet<Permission>;
  /** How many requests it may make within a minute. */
  readonly perMinute: number;
}
