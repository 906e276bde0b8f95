import { Injectable } from '@nestjs/common';
import type { Command, EngineEvent } from '@lianban/bpmn';
import { Database } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import type { DefinitionRef } from '../definitions/definition-ref.js';

/** One step of a process instance as it was recorded. */
export interface JournalEntry {
  readonly revision: number;
  readonly at: Date;
  readonly command: Command;
  readonly actor: Actor;
  readonly events: readonly EngineEvent[];
}

/** The recorded life of one process instance. */
export interface InstanceJournal {
  readonly instanceId: string;
  readonly definition: DefinitionRef;
  readonly startedAt: Date;
  readonly entries: readonly JournalEntry[];
}

/** Steps of one instance that are read at most; the rest is left out from the end. */
const mostEntries = 5_000;

/** Reads the history of process instances. Nothing here locks, so it may run beside any command. */
@Injectable()
export class JournalService {
  constructor(private readonly database: Database) {}

  /** The outermost instance and all that it called, in the order of their start; empty when there is none. */
  async ofHierarchy(rootId: string): Promise<InstanceJournal[]> {
    return await this.#read(
      'of-hierarchy',
      'instance.id = $1 OR (instance.root_id = $1 AND instance.root_id <> instance.id)',
      rootId,
    );
  }

  /** These instances alone, in the order of their start; what there is not is left out. */
  async ofInstances(ids: readonly string[]): Promise<InstanceJournal[]> {
    return await this.#read('of-instances', 'instance.id = ANY($1::uuid[])', ids);
  }

  /** The texts are constants of the code. */
  async #read(query: string, which: string, value: unknown): Promise<InstanceJournal[]> {
    const rows = await this.database.query<HierarchyRow>({
      name: `engine-journal-${query}`,
      text: `SELECT instance.id AS "instanceId", instance.started_at AS "startedAt", definition.id, definition.process_key AS key,
          definition.version, definition.name,
          coalesce((SELECT jsonb_agg(jsonb_build_object('revision', revision, 'at', at, 'command', command, 'actor', actor,
              'events', events) ORDER BY revision)
            FROM (SELECT * FROM engine.journal WHERE journal.instance_id = instance.id ORDER BY revision LIMIT ${mostEntries}) AS entry),
            '[]') AS entries
        FROM engine.instance JOIN engine.definition ON definition.id = instance.definition_id
        WHERE ${which}
        ORDER BY instance.started_at, instance.id`,
      values: [value],
    });
    return rows.map(({ instanceId, startedAt, entries, id, key, version, name }) => ({
      instanceId,
      startedAt,
      definition: { id, key, version, name },
      entries: entries.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    }));
  }
}

interface HierarchyRow extends DefinitionRef {
  readonly instanceId: string;
  readonly startedAt: Date;
  readonly entries: readonly (Omit<JournalEntry, 'at'> & { readonly at: string })[];
}
