import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { asItIs } from './attachments.js';
import { client, unwrap } from './client.js';
import type { MeetingMaterial } from './model.js';
import { queryClient } from './query-client.js';

const keyOf = (meeting: string): readonly string[] => ['materials', meeting];

/** The files of a meeting's topics and of their cases. */
export function useMaterials(meeting: string): UseQueryResult<MeetingMaterial[]> {
  return useQuery({
    queryKey: keyOf(meeting),
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/joint-meetings/{id}/materials', { params: { path: { id: meeting } }, signal })),
  });
}

/** Brings files for a topic, one after the other. */
export function useAddMaterials(
  meeting: string,
): UseMutationResult<void, Error, { readonly topic: string; readonly files: readonly File[] }> {
  return useMutation({
    mutationFn: async ({ topic, files }) => {
      for (const file of files) {
        const params = { path: { id: meeting, topic }, query: { name: file.name } };
        await unwrap(
          client.POST('/api/v1/joint-meetings/{id}/topics/{topic}/materials', {
            params,
            body: file as never,
            ...asItIs,
          }),
        );
      }
    },
    onSettled: () => void queryClient.invalidateQueries({ queryKey: keyOf(meeting) }),
  });
}

/** Takes a file away. */
export function useRemoveMaterial(meeting: string): UseMutationResult<MeetingMaterial[], Error, string> {
  return useMutation({
    mutationFn: (material) =>
      unwrap(
        client.DELETE('/api/v1/joint-meetings/{id}/materials/{material}', {
          params: { path: { id: meeting, material } },
        }),
      ),
    onSuccess: (files) => queryClient.setQueryData(keyOf(meeting), files),
  });
}

/** Where the content of a file is. */
export function materialAddress(meeting: string, id: string): string {
  return `/api/v1/joint-meetings/${encodeURIComponent(meeting)}/materials/${encodeURIComponent(id)}`;
}
