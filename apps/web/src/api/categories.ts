import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { CategoryChange, CategoryImport, KeptCategory, ReferenceChange } from './model.js';
import { lookUpAnew } from './query-client.js';

/** All topics, those out of use too. */
export function useKeptCategories(): UseQueryResult<KeptCategory[]> {
  return useQuery({
    queryKey: ['categories', 'kept'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/categories/all', { signal })),
  });
}

/** Changes of a topic, the newest first. */
export function useCategoryChanges(code: string): UseQueryResult<ReferenceChange[]> {
  return useQuery({
    queryKey: ['categories', 'changes', code],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/categories/{code}/changes', { params: { path: { code } }, signal })),
  });
}

/** Renames a topic, or puts it out of use or back. */
export function useChangeCategory(): UseMutationResult<
  unknown,
  Error,
  { readonly code: string; readonly change: CategoryChange }
> {
  return useMutation({
    mutationFn: ({ code, change }) =>
      unwrap(client.PATCH('/api/v1/categories/{code}', { params: { path: { code } }, body: change })),
    onSettled: () => lookUpAnew('categories'),
  });
}

/** Brings a table of topics in, or tells what would become of it. */
export function useImportCategories(): UseMutationResult<
  CategoryImport,
  Error,
  { readonly rows: string[][]; readonly dryRun: boolean }
> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/categories/import', { body, ...once })), {
    onSuccess: (_, { dryRun }) => {
      if (!dryRun) lookUpAnew('categories');
    },
  });
}
