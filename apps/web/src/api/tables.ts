import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { TableAnswer } from './model.js';
import { queryClient } from './query-client.js';

/** Tables that are brought in line by line. */
export type TableKey = 'units' | 'people';

/** Where a table is taken out as an .xlsx file. */
export function tableAddress(table: TableKey | 'categories'): string {
  return `/api/v1/tables/${table}`;
}

/** Brings a table in, or tells what would become of it. */
export function useImportTable(
  table: TableKey,
): UseMutationResult<TableAnswer, Error, { readonly rows: string[][]; readonly dryRun: boolean }> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/tables/{table}/import', { params: { path: { table } }, body, ...once })),
    {
      onSuccess: (_, { dryRun }) => {
        if (!dryRun) void queryClient.invalidateQueries();
      },
    },
  );
}
