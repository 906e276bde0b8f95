import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { matterSchema, SimilarCases, type CategoryAdvice, type LikelyRepeat, type Matter } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { similarSchema } from './similar.schema.js';

/** What earlier cases tell of a request that is being written. A POST, as texts are long and personal. */
@ApiTags('cases')
@Controller('similar-cases')
export class SimilarController {
  readonly #similar: SimilarCases;

  constructor(similar: SimilarCases) {
    this.#similar = similar;
  }

  @Post()
  @Route({
    summary: 'Categories that earlier cases speak for, and open cases that may be about the same',
    access: 'case.register',
    answer: similarSchema,
  })
  async findSimilar(
    @Asker() asker: Principal,
    @Body({ schema: matterSchema }) matter: Matter,
  ): Promise<{ categories: CategoryAdvice[]; repeats: LikelyRepeat[] }> {
    const [categories, repeats] = await Promise.all([
      this.#similar.advise(asker, matter),
      this.#similar.repeats(asker, matter),
    ]);
    return { categories, repeats };
  }
}
