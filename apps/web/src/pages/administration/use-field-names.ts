import type { ReferenceList } from '../../api/model.js';
import { useUnitTree } from '../../api/organisation.js';
import { useReferenceLists } from '../../api/reference-lists.js';
import type { FieldNames } from './differences.js';

/** Names of the units and of the entries of other lists that the fields of a list hold. */
export function useFieldNames(list: ReferenceList | undefined): FieldNames {
  const fields = list?.fields ?? [];
  const lists = useReferenceLists();
  const units = useUnitTree(fields.some(({ kind }) => kind === 'units'));
  return Object.fromEntries(
    fields.flatMap(({ key, kind, of }) => {
      if (kind === 'units') return [[key, new Map((units.data ?? []).map(({ id, name }) => [id, name]))]];
      const entries = kind === 'entry' ? lists.data?.find((each) => each.key === of)?.entries : undefined;
      return entries ? [[key, new Map(entries.map(({ code, name }) => [code, name]))]] : [];
    }),
  );
}
