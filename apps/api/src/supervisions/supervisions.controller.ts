import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { SideQueryService, SupervisionService, type SupervisionItem, type SupervisionTrigger } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { supervisionQuerySchema, supervisionsSchema, supervisionTriggersSchema } from './supervision.schema.js';

/** Supervision orders of all cases. */
@ApiTags('supervisions')
@Controller()
export class SupervisionsController {
  readonly #sides: SideQueryService;
  readonly #supervisions: SupervisionService;

  constructor(sides: SideQueryService, supervisions: SupervisionService) {
    this.#sides = sides;
    this.#supervisions = supervisions;
  }

  @Get('supervisions')
  @Route({
    summary: 'Supervision orders over the units that one supervises, the newest first (督办)',
    access: 'supervision.read',
    answer: supervisionsSchema,
  })
  async listSupervisions(
    @Asker() asker: Principal,
    @Query({ schema: supervisionQuerySchema }) query: z.output<typeof supervisionQuerySchema>,
  ): Promise<Page<SupervisionItem>> {
    const { state, unit, limit, after } = query;
    return await this.#sides.supervisions(asker, {
      open: state === undefined ? undefined : state === 'open',
      unit,
      limit,
      after,
    });
  }

  @Get('supervision-triggers')
  @Route({
    summary: 'Reasons for which a supervision order may be given',
    access: 'supervision.read',
    answer: supervisionTriggersSchema,
  })
  async listTriggers(): Promise<SupervisionTrigger[]> {
    return await this.#supervisions.triggers();
  }
}
