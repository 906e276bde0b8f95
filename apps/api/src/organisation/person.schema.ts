import { z } from 'zod';
import { signsInBySchema } from '../auth/auth.schema.js';
import { pageSchema, pagingSchema } from '../http/paging.js';

const unit = z.string().min(1, '请选择单位').max(64);
const post = z.string().trim().min(1, '请填写职务').max(50);

/** What a list of people asks for. */
export const peopleQuerySchema = pagingSchema.extend({
  q: z.string().trim().max(50).optional().describe('Part of the name or of the user name'),
  unit: z.string().max(64).optional().describe('Where they work, or below it'),
  state: z.enum(['open', 'closed']).optional(),
});

/** A page of people. */
export const peoplePageSchema = pageSchema(
  z
    .object({
      id: z.string(),
      username: z.string(),
      name: z.string(),
      open: z.boolean(),
      signsInBy: signsInBySchema,
      leaves: z.iso.date().nullable().describe('Day from which they are gone'),
      places: z.array(z.object({ unit: z.string(), unitName: z.string(), post: z.string() })),
      grants: z.array(z.object({ role: z.string(), roleName: z.string(), unit: z.string(), unitName: z.string() })),
    })
    .meta({ id: 'Person' }),
).meta({ id: 'PeoplePage' });

/** Somebody who is to get an account. */
export const newPersonSchema = z
  .object({
    username: z.string().min(2, '请填写用户名').max(32),
    name: z.string().trim().min(1, '请填写姓名').max(50),
    password: z.string().min(1, '请填写初始密码').max(200),
    unit,
    post,
  })
  .meta({ id: 'NewPerson' });

/** A place of work. */
export const placeSchema = z.object({ unit, post }).meta({ id: 'NewPlace' });

/** A role over a unit and all below it. */
export const grantSchema = z
  .object({
    role: z.string().min(1, '请选择角色').max(64),
    unit,
    reason: z.string().trim().min(1, '请填写依据').max(500),
  })
  .meta({ id: 'NewGrant' });

/** Roles that can be given. */
export const rolesSchema = z.array(
  z.object({ code: z.string(), name: z.string(), permissions: z.array(z.string()) }).meta({ id: 'Role' }),
);
