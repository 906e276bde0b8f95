import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  MutualAidService,
  mutualAidOfferSchema,
  mutualAidRecallSchema,
  type IdempotentRequest,
  type MutualAidOffer,
  type MutualAidOptions,
  type MutualAidRecall,
  type TaskAnswer,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { taskAnswerSchema } from '../tasks/task.schema.js';
import { mutualAidOptionsQuerySchema, mutualAidOptionsSchema } from './mutual-aid.schema.js';

/** A station offers a case to its volunteers, and takes the offer back. */
@ApiTags('mutual-aid')
@Controller('cases')
export class CaseMutualAidController {
  readonly #mutualAid: MutualAidService;

  constructor(mutualAid: MutualAidService) {
    this.#mutualAid = mutualAid;
  }

  @Get(':id/mutual-aid')
  @Route({
    summary: 'Whether a case may be offered to volunteers, and to how many',
    access: 'task.handle',
    answer: mutualAidOptionsSchema,
    refuses: [404, 409],
  })
  async getMutualAidOptions(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Query({ schema: mutualAidOptionsQuerySchema }) { task }: z.output<typeof mutualAidOptionsQuerySchema>,
  ): Promise<MutualAidOptions> {
    return await this.#mutualAid.options(asker, id, task);
  }

  @Post(':id/mutual-aid')
  @Route({
    summary: 'Offers a case to the volunteers of the station (自助互助); the clock goes on',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409, 422],
    idempotent: true,
  })
  async offerCaseToVolunteers(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: mutualAidOfferSchema }) offer: MutualAidOffer,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#mutualAid.offer(asker, id, offer, request);
  }

  @Post(':id/mutual-aid/recall')
  @Route({
    summary: 'Takes an offer back from volunteers, as long as nothing is reported',
    access: 'task.handle',
    answer: taskAnswerSchema,
    refuses: [404, 409],
    idempotent: true,
  })
  async recallCaseFromVolunteers(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: mutualAidRecallSchema }) recall: MutualAidRecall,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<TaskAnswer> {
    return await this.#mutualAid.recall(asker, id, recall, request);
  }
}
