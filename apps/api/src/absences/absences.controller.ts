import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import {
  absenceSchema,
  AbsenceService,
  type Absence,
  type NewAbsence,
  type Peer,
  type Principal,
} from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { instantSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

const personSchema = z.object({ id: z.string(), name: z.string() });
const answerSchema = z
  .object({ id: z.string(), person: personSchema, substitute: personSchema, from: instantSchema, until: instantSchema })
  .meta({ id: 'Absence' });
const peersSchema = z.array(z.object({ id: z.string(), name: z.string(), post: z.string() }).meta({ id: 'Peer' }));

/** Who is away, and who stands in (外出代班). */
@ApiTags('absences')
@Controller('absences')
export class AbsencesController {
  readonly #absences: AbsenceService;
  readonly #idempotency: IdempotencyService;

  constructor(absences: AbsenceService, idempotency: IdempotencyService) {
    this.#absences = absences;
    this.#idempotency = idempotency;
  }

  @Get()
  @Route({ summary: 'Absences that are or are to come', access: 'task.handle', answer: z.array(answerSchema) })
  async listAbsences(@Asker() asker: Principal): Promise<Absence[]> {
    return await this.#absences.list(asker);
  }

  @Get('peers')
  @Route({ summary: 'Who could stand in for one', access: 'task.handle', answer: peersSchema })
  async listPeers(@Asker() asker: Principal): Promise<Peer[]> {
    return await this.#absences.peers(asker);
  }

  @Post()
  @Route({
    summary: 'Sets an absence, with who stands in',
    access: 'task.handle',
    answer: answerSchema,
    status: 201,
    refuses: [422],
    idempotent: true,
  })
  async setAbsence(
    @Asker() asker: Principal,
    @Body({ schema: absenceSchema }) absence: NewAbsence,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Absence> {
    return await this.#idempotency.transaction(request, (tx) => this.#absences.set(tx, asker, absence));
  }

  @Delete(':id')
  @Route({ summary: 'Ends an absence now', access: 'task.handle', answer: z.array(answerSchema), refuses: [404] })
  async endAbsence(@Asker() asker: Principal, @Param('id') id: string): Promise<Absence[]> {
    await this.#absences.end(asker, id);
    return await this.#absences.list(asker);
  }
}
