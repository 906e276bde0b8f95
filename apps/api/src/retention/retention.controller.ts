import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Retention, type RetentionOfKind } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';

const retentionSchema = z.array(
  z
    .object({
      kind: z.object({ code: z.string(), name: z.string() }).nullable().describe('Null: cases without a kind'),
      months: z.int().describe('After the end of a case'),
      due: z.int().describe('Cases whose personal data the next night takes'),
      soon: z.int().describe('Cases whose term ends within thirty days'),
      held: z.int().describe('Cases whose term is over and that are held'),
      gone: z.int().describe('Cases whose personal data are gone'),
    })
    .meta({ id: 'RetentionOfKind' }),
);

/** For how long cases keep their personal data: counts only, no case. */
@ApiTags('retention')
@Controller('retention')
export class RetentionController {
  readonly #retention: Retention;

  constructor(retention: Retention) {
    this.#retention = retention;
  }

  @Get()
  @Limited({ group: 'retention', perMinute: 30 }) // it counts all ended cases
  @Route({
    summary: 'For how long each kind of cases keeps its personal data, and how many are due',
    access: 'system.manage',
    answer: retentionSchema,
    refuses: [429],
  })
  async previewRetention(@Asker() asker: Principal): Promise<RetentionOfKind[]> {
    return await this.#retention.preview(asker);
  }
}
