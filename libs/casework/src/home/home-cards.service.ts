import { Injectable } from '@nestjs/common';
import { caseCards } from './case-cards.sql.js';
import { districtCards } from './district-cards.sql.js';
import type { HomeCardSource } from './home-card.js';
import { systemCards } from './system-cards.sql.js';
import { taskCards } from './task-cards.sql.js';

/** The cards of this process; a lib registers its own in its module's `onModuleInit`. */
@Injectable()
export class HomeCards {
  readonly #cards: HomeCardSource[] = [...taskCards, ...caseCards, ...districtCards, ...systemCards];

  get all(): readonly HomeCardSource[] {
    return this.#cards;
  }

  register(...cards: readonly HomeCardSource[]): void {
    this.#cards.push(...cards);
  }
}
