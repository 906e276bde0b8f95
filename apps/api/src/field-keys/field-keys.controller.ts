import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import {
  fieldKeysSchema,
  madeFieldKeySchema,
  newFieldKeySchema,
  type FieldKeysView,
  type NewFieldKey,
} from './field-keys.schema.js';
import { FieldKeysService } from './field-keys.service.js';

/** The keys that personal data are sealed with. */
@ApiTags('field-keys')
@Controller('field-keys')
export class FieldKeysController {
  readonly #keys: FieldKeysService;

  constructor(keys: FieldKeysService) {
    this.#keys = keys;
  }

  @Get()
  @Limited({ group: 'field-keys', perMinute: 60 }) // it counts everything that is sealed
  @Route({
    summary: 'The keys of personal data with how much is sealed with each; not the keys themselves',
    access: 'system.manage',
    answer: fieldKeysSchema,
    refuses: [429],
  })
  async listFieldKeys(@Asker() asker: Principal): Promise<FieldKeysView> {
    return await this.#keys.list(asker);
  }

  @Post()
  @Route({
    summary: 'Makes a key that seals from now on; the worker seals anew what was sealed before',
    access: 'system.manage',
    answer: madeFieldKeySchema,
    status: 201,
    refuses: [409],
    idempotent: true,
  })
  async makeFieldKey(
    @Asker() asker: Principal,
    @Body({ schema: newFieldKeySchema }) draft: NewFieldKey,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<{ id: string }> {
    return await this.#keys.rotate(asker, draft, request);
  }

  @Post(':id/retirement')
  @Route({
    summary: 'Drops a key that nothing is sealed with any more',
    access: 'system.manage',
    refuses: [404, 409],
    idempotent: true,
  })
  async retireFieldKey(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#keys.retire(asker, id, request);
  }
}
