import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DefinitionService, IncidentService, type Incident, type IncidentFilter } from '@lianban/engine';
import { Database } from '@lianban/platform';
import type { incidentPageSchema } from './incident.schema.js';

/** Puts open incidents into the words of the API, with the names that their diagrams give. */
@Injectable()
export class IncidentsService {
  readonly #database: Database;
  readonly #incidents: IncidentService;
  readonly #definitions: DefinitionService;

  constructor(database: Database, incidents: IncidentService, definitions: DefinitionService) {
    this.#database = database;
    this.#incidents = incidents;
    this.#definitions = definitions;
  }

  /** @throws cursor-invalid */
  async list(
    filter: IncidentFilter,
    paging: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<z.output<typeof incidentPageSchema>> {
    const { items, next } = await this.#incidents.list(this.#database, paging, filter);
    return { items: await Promise.all(items.map((incident) => this.#told(incident))), next };
  }

  /** Definitions are kept compiled, so that one page asks the database for each of them once at most. */
  async #told({
    definitionId,
    raisedAt,
    ...incident
  }: Incident): Promise<z.output<typeof incidentPageSchema>['items'][number]> {
    const { ref, process } = await this.#definitions.compiled(this.#database, definitionId);
    const elementName = process.nodes.get(incident.elementId)?.name ?? incident.elementId;
    return { ...incident, processName: ref.name, elementName, raisedAt: raisedAt.toISOString() };
  }
}
