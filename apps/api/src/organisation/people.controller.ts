import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import { GrantService, PeopleService, type Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { PeopleKeeper } from './people-keeper.service.js';
import {
  grantSchema,
  newPersonSchema,
  peoplePageSchema,
  peopleQuerySchema,
  placeSchema,
  rolesSchema,
} from './person.schema.js';

/** People, where they work and what they may do. */
@ApiTags('organisation')
@Controller()
export class PeopleController {
  readonly #people: PeopleService;
  readonly #keeper: PeopleKeeper;
  readonly #grants: GrantService;

  constructor(people: PeopleService, keeper: PeopleKeeper, grants: GrantService) {
    this.#people = people;
    this.#keeper = keeper;
    this.#grants = grants;
  }

  @Get('people')
  @Route({ summary: 'The people of the district, by user name', access: 'people.read', answer: peoplePageSchema })
  async listPeople(
    @Query({ schema: peopleQuerySchema }) { state, ...query }: z.output<typeof peopleQuerySchema>,
  ): Promise<z.output<typeof peoplePageSchema>> {
    const page = await this.#people.list({ ...query, open: state === undefined ? undefined : state === 'open' });
    const items = page.items.map((person) => ({ ...person, places: [...person.places], grants: [...person.grants] }));
    return { items, next: page.next };
  }

  @Get('roles')
  @Route({ summary: 'Roles that can be given', access: 'people.read', answer: rolesSchema })
  async listRoles(): Promise<z.output<typeof rolesSchema>> {
    return (await this.#grants.roles()).map(({ code, name, permissions }) => ({ code, name, permissions }));
  }

  @Post('people')
  @Route({
    summary: 'Opens an account; it may do nothing until roles are given',
    access: 'system.manage',
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async openAccount(
    @Asker() asker: Principal,
    @Body({ schema: newPersonSchema }) draft: z.output<typeof newPersonSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#keeper.open(asker, draft, request);
  }

  @Post('people/:id/places')
  @Route({ summary: 'Makes somebody a member of a unit', access: 'system.manage', refuses: [404], idempotent: true })
  async addPlace(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: placeSchema }) place: z.output<typeof placeSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#keeper.addPlace(asker, id, place, request);
  }

  @Delete('people/:id/places/:unit')
  @Route({ summary: 'Ends a membership now', access: 'system.manage', refuses: [404] })
  async endPlace(@Asker() asker: Principal, @Param('id') id: string, @Param('unit') unit: string): Promise<void> {
    await this.#keeper.endPlace(asker, id, unit);
  }

  @Post('people/:id/grants')
  @Route({
    summary: 'Gives a role over a unit and all below it',
    access: 'grants.manage',
    programs: false,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async addGrant(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: grantSchema }) grant: z.output<typeof grantSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#keeper.grant(asker, id, grant, request);
  }

  @Delete('people/:id/grants/:role/:unit')
  @Route({ summary: 'Takes a role away from now on', access: 'grants.manage', programs: false, refuses: [404, 409] })
  async endGrant(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('role') role: string,
    @Param('unit') unit: string,
  ): Promise<void> {
    await this.#keeper.revoke(asker, id, { role, unit });
  }
}
