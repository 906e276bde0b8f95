import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { volunteerDraftSchema, VolunteersService, type Volunteer, type VolunteerDraft } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  candidatesQuerySchema,
  candidatesSchema,
  volunteersQuerySchema,
  volunteersSchema,
  volunteerSkillsSchema,
} from './mutual-aid.schema.js';

/** The rosters of volunteers of stations. */
@ApiTags('mutual-aid')
@Controller()
export class VolunteersController {
  readonly #volunteers: VolunteersService;

  constructor(volunteers: VolunteersService) {
    this.#volunteers = volunteers;
  }

  @Get('volunteer-skills')
  @Route({ summary: 'What volunteers can do', access: 'signed-in', programs: true, answer: volunteerSkillsSchema })
  async listVolunteerSkills(): Promise<{ readonly code: string; readonly name: string }[]> {
    return await this.#volunteers.skills();
  }

  @Get('volunteers')
  @Route({
    summary: 'The rosters of volunteers that one keeps (志愿者名册)',
    access: 'volunteers.manage',
    answer: volunteersSchema,
  })
  async listVolunteers(
    @Asker() asker: Principal,
    @Query({ schema: volunteersQuerySchema }) query: z.output<typeof volunteersQuerySchema>,
  ): Promise<Page<Volunteer>> {
    return await this.#volunteers.list(asker, query);
  }

  @Get('volunteers/candidates')
  @Route({
    summary: 'Who may help at a station and is on no roster',
    access: 'volunteers.manage',
    answer: candidatesSchema,
    refuses: [422],
  })
  async listVolunteerCandidates(
    @Asker() asker: Principal,
    @Query({ schema: candidatesQuerySchema }) { unit }: z.output<typeof candidatesQuerySchema>,
  ): Promise<{ readonly account: string; readonly name: string }[]> {
    return await this.#volunteers.candidates(asker, unit);
  }

  @Put('volunteers/:account')
  @Route({
    summary: 'Puts an account on the roster of a station, or changes how it stands there',
    access: 'volunteers.manage',
    refuses: [422],
  })
  async keepVolunteer(
    @Asker() asker: Principal,
    @Param('account') account: string,
    @Body({ schema: volunteerDraftSchema }) draft: VolunteerDraft,
  ): Promise<void> {
    await this.#volunteers.keep(asker, account, draft);
  }
}
