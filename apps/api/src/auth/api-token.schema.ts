import { z } from 'zod';
import { apiTokenSchema, newApiTokenSchema } from '@lianban/identity';
import { pageSchema } from '../http/paging.js';
import { passkeyAnswerSchema } from './auth.schema.js';

/** A token that somebody makes for themselves, with what shows again that it is them. */
export const ownApiTokenSchema = newApiTokenSchema
  .extend({
    password: z.string().max(200).optional().describe('One’s own; needed by whoever signs in with a password here'),
    code: z.string().max(40).optional().describe('Of the second factor, where there is one'),
    passkey: passkeyAnswerSchema.optional().describe('Instead of the code'),
  })
  .meta({ id: 'NewOwnApiToken' });

/** A token, told once. */
export const madeApiTokenSchema = z
  .object({ token: z.string().describe('For "Authorization: Bearer"; told this once'), expiresAt: z.string() })
  .meta({ id: 'MadeApiToken' });

export const ownApiTokensSchema = z.array(apiTokenSchema);

export const apiTokenPageSchema = pageSchema(apiTokenSchema).meta({ id: 'ApiTokenPage' });
