import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PeopleService, type PersonOfUnit } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Route } from '../http/route.js';

const peopleSchema = z.array(
  z.object({ id: z.string(), name: z.string(), post: z.string() }).meta({ id: 'PersonOfUnit' }),
);

/** Who works in a unit, for forms. */
@ApiTags('organisation')
@Controller('units')
export class UnitPeopleController {
  readonly #units: UnitService;
  readonly #people: PeopleService;

  constructor(units: UnitService, people: PeopleService) {
    this.#units = units;
    this.#people = people;
  }

  @Get(':id/people')
  @Route({ summary: 'Who works in a unit', access: 'organisation.read', answer: peopleSchema, refuses: [404] })
  async listPeopleOfUnit(@Param('id') id: string): Promise<PersonOfUnit[]> {
    return await this.#people.ofUnit((await this.#units.get(id)).id);
  }
}
