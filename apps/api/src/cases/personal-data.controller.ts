import { Body, Controller, Get, Ip, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CaseLooks, PersonalDataService, revealSchema, type CaseLook, type Reveal } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { caseLookSchema, personalDataSchema, readingSchema } from './personal-data.schema.js';

/** Who the resident of a case is, and who looked. */
@ApiTags('cases')
@Controller('cases')
export class PersonalDataController {
  readonly #data: PersonalDataService;
  readonly #looks: CaseLooks;

  constructor(data: PersonalDataService, looks: CaseLooks) {
    this.#looks = looks;
    this.#data = data;
  }

  // Not once for a key: each look is recorded, and what was seen is kept nowhere.
  @Post(':id/personal-data')
  @Route({
    summary: 'Shows who the resident is, for a reason that is recorded',
    access: 'case.read-personal',
    answer: personalDataSchema,
    refuses: [404],
  })
  async revealPersonalData(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: revealSchema }) reveal: Reveal,
    @Ip() ip: string,
  ): Promise<z.output<typeof personalDataSchema>> {
    return await this.#data.reveal(asker, id, reveal, ip);
  }

  @Get(':id/personal-data/readings')
  @Route({
    summary: 'Who looked at who the resident is, the newest first',
    access: 'supervision.read',
    answer: z.array(readingSchema),
    refuses: [404],
  })
  async listReadings(@Asker() asker: Principal, @Param('id') id: string): Promise<z.output<typeof readingSchema>[]> {
    return await this.#data.readings(asker, id);
  }

  @Get(':id/looks')
  @Route({
    summary: 'Who opened the case or its files, once for a person and a day, the newest first',
    access: 'supervision.read',
    answer: z.array(caseLookSchema),
    refuses: [404],
  })
  async listLooks(@Asker() asker: Principal, @Param('id') id: string): Promise<CaseLook[]> {
    return await this.#looks.of(asker, id);
  }
}
