import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { UnitContactKeeper } from './unit-contact-keeper.service.js';
import { newUnitContactSchema, unitContactsSchema } from './unit-contact.schema.js';

/** Where residents find units, and when. */
@ApiTags('organisation')
@Controller('units/:id/contact')
export class UnitContactsController {
  readonly #contacts: UnitContactKeeper;

  constructor(contacts: UnitContactKeeper) {
    this.#contacts = contacts;
  }

  @Get()
  @Route({
    summary: 'Address, opening hours, telephone and position of a unit, the newest decision first',
    access: 'organisation.read',
    answer: unitContactsSchema,
    refuses: [404],
  })
  async listUnitContacts(@Param('id') id: string): Promise<z.output<typeof unitContactsSchema>> {
    return await this.#contacts.of(id);
  }

  @Post()
  @Route({
    summary: 'Decides them anew',
    access: 'system.manage',
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async setUnitContact(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: newUnitContactSchema }) draft: z.output<typeof newUnitContactSchema>,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#contacts.set(asker, id, draft, request);
  }
}
