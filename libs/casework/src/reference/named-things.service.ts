import { Injectable } from '@nestjs/common';
import { DefinitionService } from '@lianban/engine';
import { UnitService } from '@lianban/organisation';
import type { FieldError, Transaction } from '@lianban/platform';
import type { ReferenceEntry, ReferenceField, ReferenceList, ReferenceValue } from './reference-list.js';
import { ReferenceRegistry } from './reference-registry.service.js';
import { entriesOf } from './reference.sql.js';

/** What fields of the lists name outside of their own list: processes, units, entries of other lists. */
@Injectable()
export class NamedThings {
  readonly #definitions: DefinitionService;
  readonly #units: UnitService;
  readonly #registry: ReferenceRegistry;

  constructor(definitions: DefinitionService, units: UnitService, registry: ReferenceRegistry) {
    this.#definitions = definitions;
    this.#units = units;
    this.#registry = registry;
  }

  /**
   * The fields that name what is not there, or is no longer in use. Units and entries that were named before stay.
   *
   * @param values as {@link checkEntry} left them: without the fields that are wrong by themselves
   */
  async missing(
    tx: Transaction,
    { fields }: ReferenceList,
    values: Readonly<Record<string, ReferenceValue>>,
    before: ReferenceEntry | undefined,
  ): Promise<FieldError[]> {
    const problems: FieldError[] = [];
    for (const field of fields) {
      const message = await this.#problem(tx, field, values[field.key], before?.values[field.key]);
      if (message !== undefined) problems.push({ field: `values.${field.key}`, message });
    }
    return problems;
  }

  async #problem(
    tx: Transaction,
    field: ReferenceField,
    value: ReferenceValue | undefined,
    before: ReferenceValue | undefined,
  ): Promise<string | undefined> {
    if (field.kind === 'process' && typeof value === 'string')
      return (await this.#definitions.versions(tx, value)).length === 0 ? '没有部署这个流程' : undefined;
    if (field.kind === 'entry' && typeof value === 'string' && value !== before) {
      const entries = await entriesOf(tx, this.#registry.get(field.of));
      return entries.some(({ code, active }) => active && code === value) ? undefined : '没有这一项，或已停用';
    }
    if (field.kind === 'units') {
      const added = idsOf(value).filter((id) => !idsOf(before).includes(id));
      const units = await this.#units.byIds(added, tx);
      return added.some((id) => units.get(id)?.validTo !== null) ? '有单位不存在或已撤销' : undefined;
    }
    return undefined;
  }
}

function idsOf(value: ReferenceValue | undefined): readonly string[] {
  return typeof value === 'object' && value !== null ? value : [];
}
