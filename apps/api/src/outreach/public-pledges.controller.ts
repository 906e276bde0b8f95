import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  PledgeFileService,
  PublicPledgeService,
  publicPledgesQuerySchema,
  publicUnitsQuerySchema,
  type PublicPledges,
  type PublicUnit,
} from '@lianban/outreach';
import { fileAnswer } from '../attachments/download.js';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { meanSchema, outcomeSchema, pledgeFileSchema, progressEntrySchema } from './pledge.schema.js';
import { publicReviewSchema } from './pledge-review.schema.js';

const listSchema = pagingSchema.extend(publicPledgesQuerySchema.shape);
const unitSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PublicUnit' });

const publicPledgeSchema = z
  .object({
    id: z.string(),
    pledger: z.string().nullable(),
    title: z.string(),
    topic: z.string().nullable(),
    text: z.string(),
    measure: z.string(),
    dueOn: z.string(),
    publishedAt: instantSchema,
    finishedOn: z.string().nullable(),
    late: z.boolean(),
    result: z.string().nullable(),
    progress: z.array(progressEntrySchema),
    files: z.array(pledgeFileSchema),
    outcome: outcomeSchema.nullable(),
    meanScore: meanSchema,
  })
  .meta({ id: 'PublicPledge' });

const publicPledgesSchema = pageSchema(publicPledgeSchema)
  .extend({
    unit: unitSchema,
    year: z.int(),
    years: z.array(z.int()).describe('With public pledges, the latest first'),
    review: publicReviewSchema.nullable().describe('Once it is closed'),
  })
  .meta({ id: 'PublicPledges' });

/** What units pledge, for residents: without an account, limited per address. */
@ApiTags('public')
@Controller('public')
export class PublicPledgesController {
  readonly #pledges: PublicPledgeService;
  readonly #files: PledgeFileService;

  constructor(pledges: PublicPledgeService, files: PledgeFileService) {
    this.#pledges = pledges;
    this.#files = files;
  }

  @Get('pledge-units')
  @Limited({ group: 'public-pledges', perMinute: 120 })
  @Route({
    summary: 'Units with public pledges, by a part of their name; 20 at most',
    access: 'public',
    answer: z.array(unitSchema),
    refuses: [429],
  })
  async listPublicPledgeUnits(
    @Query({ schema: publicUnitsQuerySchema }) { name }: z.output<typeof publicUnitsQuerySchema>,
  ): Promise<PublicUnit[]> {
    return await this.#pledges.units(name);
  }

  @Get('pledges')
  @Limited({ group: 'public-pledges', perMinute: 120 })
  @Route({
    summary: 'The public pledges of a unit, what was done for them, and what residents’ delegates found',
    access: 'public',
    answer: publicPledgesSchema,
    refuses: [404, 429],
  })
  async listPublicPledges(@Query({ schema: listSchema }) query: z.output<typeof listSchema>): Promise<PublicPledges> {
    return await this.#pledges.of(query);
  }

  @Get('pledges/:id/files/:file')
  @Limited({ group: 'public-pledge-files', perMinute: 300 })
  @Route({ summary: 'A file that proves what was done', access: 'public', status: 200, refuses: [404, 429] })
  async getPublicPledgeFile(@Param('id') id: string, @Param('file') file: string): Promise<StreamableFile> {
    return fileAnswer(await this.#files.openPublic(id, file));
  }
}
