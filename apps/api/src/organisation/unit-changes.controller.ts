import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { UnitChangeService, unitChangeSchema, type IdempotentRequest, type NewUnitChange } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { newUnitSchema, unitDetailSchema, unitThingsSchema, unitTreeSchema } from './unit.schema.js';
import { UnitsService } from './units.service.js';

/** The tree of units, and how it changes. */
@ApiTags('organisation')
@Controller('units')
export class UnitChangesController {
  readonly #units: UnitsService;
  readonly #changes: UnitChangeService;

  constructor(units: UnitsService, changes: UnitChangeService) {
    this.#units = units;
    this.#changes = changes;
  }

  @Get('tree')
  @Route({
    summary: 'Every unit that stands or did, parents first',
    access: 'organisation.read',
    answer: unitTreeSchema,
  })
  async listTree(): Promise<z.output<typeof unitTreeSchema>> {
    return await this.#units.tree();
  }

  @Get(':id')
  @Route({
    summary: 'A unit with what became of it',
    access: 'organisation.read',
    answer: unitDetailSchema,
    refuses: [404],
  })
  async getUnit(@Param('id') id: string): Promise<z.output<typeof unitDetailSchema>> {
    return await this.#units.get(id);
  }

  @Get(':id/things')
  @Route({
    summary: 'What is with a unit and would follow its end, and which processes name it',
    access: 'system.manage',
    answer: unitThingsSchema,
    refuses: [404],
  })
  async listThings(@Param('id') id: string): Promise<z.output<typeof unitThingsSchema>> {
    return await this.#units.things(id);
  }

  @Post()
  @Route({
    summary: 'Puts a unit into the tree',
    access: 'system.manage',
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async addUnit(
    @Asker() asker: Principal,
    @Body({ schema: newUnitSchema }) draft: z.output<typeof newUnitSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#units.add(asker, draft, request);
  }

  @Post(':id/changes')
  @Route({
    summary: 'Renames, moves, closes (撤销) or merges (合并) a unit from a day on; what is with it follows',
    access: 'system.manage',
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async changeUnit(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: unitChangeSchema }) change: NewUnitChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#changes.set(asker, id, change, request);
  }

  @Delete(':id/changes')
  @Route({ summary: 'Takes back a change whose day has not begun', access: 'system.manage', refuses: [404] })
  async cancelChange(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#changes.cancel(asker, id);
  }
}
