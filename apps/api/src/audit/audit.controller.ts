import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { PersonalDataService } from '@lianban/casework';
import { AuditTrail, type Principal } from '@lianban/identity';
import { readingSchema } from '../cases/personal-data.schema.js';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';

const chainsSchema = z.array(
  z
    .object({
      stream: z.string(),
      entries: z.int().describe('How many follow each other as they should'),
      brokenAt: z.int().nullable().describe('The first that does not; null: the chain is whole'),
      reason: z.string().nullable(),
    })
    .meta({ id: 'AuditChain' }),
);

const readingsSchema = z
  .object({
    code: z.string(),
    readings: z.array(
      readingSchema
        .extend({ role: z.string(), ip: z.string().nullable(), entry: z.int() })
        .meta({ id: 'AuditedReading' }),
    ),
  })
  .meta({ id: 'AuditedReadings' });

/** The audit trail, for who audits. */
@ApiTags('audit')
@Controller('audit')
export class AuditController {
  readonly #trail: AuditTrail;
  readonly #personal: PersonalDataService;

  constructor(trail: AuditTrail, personal: PersonalDataService) {
    this.#trail = trail;
    this.#personal = personal;
  }

  @Get('chains')
  @Limited({ group: 'audit-chains', perMinute: 30 }) // it reads the whole trail
  @Route({ summary: 'Recomputes every chain of the trail', access: 'audit.read', answer: chainsSchema, refuses: [429] })
  async verifyChains(): Promise<z.output<typeof chainsSchema>> {
    return (await this.#trail.verifyAll()).map(({ stream, verdict }) => {
      const { brokenAt, reason } = verdict.intact ? { brokenAt: null, reason: null } : verdict;
      return { stream, entries: verdict.entries, brokenAt, reason };
    });
  }

  @Get('cases/:code/personal-data')
  @Route({
    summary: 'Who saw who the resident of a case is, when, from where and why',
    access: 'audit.read',
    answer: readingsSchema,
    refuses: [404],
  })
  async listCaseReadings(
    @Asker() asker: Principal,
    @Param('code') code: string,
  ): Promise<z.output<typeof readingsSchema>> {
    return await this.#personal.readingsOf(asker, code);
  }
}
