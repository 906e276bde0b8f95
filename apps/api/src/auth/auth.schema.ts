import { z } from 'zod';
import { unitKindSchema } from '../catalogue/catalogue.schema.js';
import { namedSchema } from '../http/paging.js';

/** What one signs in with. */
export const credentialsSchema = z
  .object({ username: z.string().min(1, '请输入用户名').max(64), password: z.string().min(1, '请输入密码').max(200) })
  .meta({ id: 'Credentials' });

/** Credentials as they were checked at the edge. */
export type Credentials = z.output<typeof credentialsSchema>;

/** An access token for a program. */
export const tokenSchema = z
  .object({ accessToken: z.string(), expiresIn: z.int().describe('Seconds') })
  .meta({ id: 'AccessToken' });

/** Who is signed in. */
export const meSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    name: z.string(),
    roles: z.array(namedSchema),
    permissions: z.array(z.string()),
    units: z.array(z.object({ id: z.string(), name: z.string(), kind: unitKindSchema })),
  })
  .meta({ id: 'Me' });

/** Who is signed in, as answers say it. */
export type Me = z.output<typeof meSchema>;

/** A browser's session; `csrfToken` goes into the header `X-CSRF-Token` of every write. */
export const sessionSchema = z.object({ csrfToken: z.string(), me: meSchema }).meta({ id: 'Session' });

/** A browser's session, as answers say it. */
export type Session = z.output<typeof sessionSchema>;
