import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { DispatchRules, type DispatchRule } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { instantSchema, namedSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

const unitSchema = z.object({ id: z.string(), name: z.string() });
const rulesSchema = z.array(
  z
    .object({
      id: z.string(),
      category: namedSchema,
      street: unitSchema.nullable().describe('Null: everywhere'),
      department: unitSchema,
      case: z.object({ id: z.string(), code: z.string() }).describe('The case on which was ruled'),
      note: z.string(),
      madeBy: z.string(),
      validFrom: instantSchema,
      validTo: instantSchema.nullable(),
    })
    .meta({ id: 'DispatchRule' }),
);

/** The dispatch catalogue that rulings make (派单目录). */
@ApiTags('catalogue')
@Controller('dispatch-rules')
export class DispatchController {
  readonly #rules: DispatchRules;

  constructor(rules: DispatchRules) {
    this.#rules = rules;
  }

  @Get()
  @Route({ summary: 'Rules in force, and the last that were', access: 'catalogue.read', answer: rulesSchema })
  async listDispatchRules(@Asker() asker: Principal): Promise<DispatchRule[]> {
    return await this.#rules.list(asker);
  }

  @Delete(':id')
  @Route({ summary: 'Ends a rule now', access: 'joint-meeting.manage', answer: rulesSchema, refuses: [404] })
  async endDispatchRule(@Asker() asker: Principal, @Param('id') id: string): Promise<DispatchRule[]> {
    await this.#rules.end(asker, id);
    return await this.#rules.list(asker);
  }
}
