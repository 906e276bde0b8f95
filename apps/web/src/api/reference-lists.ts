import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { ReferenceChange, ReferenceEntryDraft, ReferenceList } from './model.js';
import { queryClient } from './query-client.js';

/** The lists that administrators keep, with what is out of use. */
export function useReferenceLists(): UseQueryResult<ReferenceList[]> {
  return useQuery({
    queryKey: ['reference-lists'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/reference-lists', { signal })),
  });
}

/** Changes of an entry, the newest first. */
export function useEntryChanges(list: string, code: string): UseQueryResult<ReferenceChange[]> {
  return useQuery({
    queryKey: ['reference-changes', list, code],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/reference-lists/{list}/entries/{code}/changes', {
          params: { path: { list, code } },
          signal,
        }),
      ),
  });
}

interface SavedEntry {
  readonly list: string;
  readonly code: string;
  readonly draft: ReferenceEntryDraft;
}

/** Changes or adds an entry; every form is to offer it from now on. */
export function useSaveEntry(): UseMutationResult<ReferenceList, Error, SavedEntry> {
  return useMutation({
    mutationFn: ({ list, code, draft }) =>
      unwrap(
        client.PUT('/api/v1/reference-lists/{list}/entries/{code}', { params: { path: { list, code } }, body: draft }),
      ),
    onSettled: () => void queryClient.invalidateQueries(),
  });
}
