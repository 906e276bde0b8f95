import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  CatalogueService,
  type CategoryNode,
  type Disposition,
  type IntakeExit,
  type Named,
  type PauseReason,
} from '@lianban/casework';
import { UnitService } from '@lianban/organisation';
import { Route } from '../http/route.js';
import {
  categoriesSchema,
  channelsSchema,
  dispositionsSchema,
  intakeExitsSchema,
  pauseReasonsSchema,
  unitQuerySchema,
  unitsSchema,
} from './catalogue.schema.js';

/** Lists for forms: topics, channels, units. Topics, channels and stations are no secret: residents choose them too. */
@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  readonly #catalogue: CatalogueService;
  readonly #units: UnitService;

  constructor(catalogue: CatalogueService, units: UnitService) {
    this.#catalogue = catalogue;
    this.#units = units;
  }

  @Get('categories')
  @Route({ summary: 'The tree of topics', access: 'public', answer: categoriesSchema })
  async listCategories(): Promise<CategoryNode[]> {
    return await this.#catalogue.categories();
  }

  @Get('channels')
  @Route({ summary: 'The ways in which requests arrive', access: 'public', answer: channelsSchema })
  async listChannels(): Promise<Named[]> {
    return (await this.#catalogue.channels()).map(({ code, name }) => ({ code, name }));
  }

  @Get('case-kinds')
  @Route({ summary: 'What residents come with', access: 'public', answer: channelsSchema })
  async listKinds(): Promise<Named[]> {
    return await this.#catalogue.kinds();
  }

  @Get('intake-exits')
  @Route({ summary: 'Reasons not to handle a request here (不予受理)', access: 'task.read', answer: intakeExitsSchema })
  async listIntakeExits(): Promise<IntakeExit[]> {
    return await this.#catalogue.intakeExits();
  }

  @Get('pause-reasons')
  @Route({ summary: 'Reasons for which a clock may stand (挂起)', access: 'task.read', answer: pauseReasonsSchema })
  async listPauseReasons(): Promise<PauseReason[]> {
    return await this.#catalogue.pauseReasons();
  }

  @Get('contact-ways')
  @Route({ summary: 'Ways in which residents are spoken to', access: 'task.read', answer: channelsSchema })
  async listContactWays(): Promise<Named[]> {
    return await this.#catalogue.contactWays();
  }

  @Get('dispositions')
  @Route({ summary: 'Ways in which matters are settled (处置方式)', access: 'task.read', answer: dispositionsSchema })
  async listDispositions(): Promise<Disposition[]> {
    return await this.#catalogue.dispositions();
  }

  @Get('units')
  @Route({ summary: 'Units of the organisation, parents first', access: 'organisation.read', answer: unitsSchema })
  async listUnits(
    @Query({ schema: unitQuerySchema }) { kind, parent }: z.output<typeof unitQuerySchema>,
  ): Promise<z.output<typeof unitsSchema>> {
    const units = await this.#units.list({
      ...(kind !== undefined && { kind }),
      ...(parent !== undefined && { parentId: parent }),
    });
    return units.map(({ id, name, kind: sort, parentId }) => ({ id, name, kind: sort, parentId }));
  }
}
