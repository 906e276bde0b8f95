import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { WorkflowFacts } from '@lianban/casework';
import { DefinitionService, OccupancyService } from '@lianban/engine';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { liveViewSchema } from './live.schema.js';

/** Puts together what the engine knows of a version's running instances and casework of its ended steps. */
@Injectable()
export class LiveView {
  readonly #database: Database;
  readonly #definitions: DefinitionService;
  readonly #occupancy: OccupancyService;
  readonly #facts: WorkflowFacts;
  readonly #clock: Clock;

  constructor(
    database: Database,
    definitions: DefinitionService,
    occupancy: OccupancyService,
    facts: WorkflowFacts,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#definitions = definitions;
    this.#occupancy = occupancy;
    this.#facts = facts;
    this.#clock = clock;
  }

  /** @throws definition-unknown */
  async of(key: string, version: number, since: string): Promise<z.output<typeof liveViewSchema>> {
    const { id } = await this.#definitions.get(this.#database, key, version);
    const [waiting, times] = await Promise.all([
      this.#occupancy.of(this.#database, id, this.#clock.now()),
      this.#facts.times(key, version, since),
    ]);
    return { waiting, times: { ...times, items: [...times.items] } };
  }
}
