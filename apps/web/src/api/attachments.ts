import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Attachment } from './model.js';
import { queryClient } from './query-client.js';

/** A file is the whole body of its request. */
export const asItIs = {
  bodySerializer: (file: unknown) => file as File,
  headers: { 'Content-Type': 'application/octet-stream' },
} as const;

/** The files of a case. */
export function useAttachments(caseId: string): UseQueryResult<Attachment[]> {
  return useQuery({
    queryKey: ['attachments', caseId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/cases/{id}/attachments', { params: { path: { id: caseId } }, signal })),
  });
}

/** Puts files to a case, one after the other; `onFile` hears how many are there. */
export function useAddAttachments(
  caseId: string,
): UseMutationResult<void, Error, { readonly files: readonly File[]; readonly onFile: (done: number) => void }> {
  return useMutation({
    mutationFn: async ({ files, onFile }) => {
      for (const [index, file] of files.entries()) {
        const params = { path: { id: caseId }, query: { name: file.name } };
        await unwrap(client.POST('/api/v1/cases/{id}/attachments', { params, body: file as never, ...asItIs }));
        onFile(index + 1);
      }
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: ['attachments', caseId] });
      void queryClient.invalidateQueries({ queryKey: ['case', caseId, 'history'] });
    },
  });
}

/** Takes a file away. */
export function useRemoveAttachment(caseId: string): UseMutationResult<Attachment[], Error, string> {
  return useMutation({
    mutationFn: (id) => unwrap(client.DELETE('/api/v1/attachments/{id}', { params: { path: { id } } })),
    onSuccess: (files) => queryClient.setQueryData(['attachments', caseId], files),
  });
}

/** Puts files to a resident's own request. */
export function useAddPublicAttachments(): UseMutationResult<
  number,
  Error,
  { readonly code: string; readonly queryCode: string; readonly files: readonly File[] }
> {
  return useMutation({
    mutationFn: async ({ code, queryCode, files }) => {
      for (const file of files) {
        const params = { path: { code }, query: { name: file.name, queryCode } };
        await unwrap(
          client.POST('/api/v1/public/cases/{code}/attachments', { params, body: file as never, ...asItIs }),
        );
      }
      return files.length;
    },
  });
}

/** Where the content of a file is. */
export function attachmentAddress(id: string): string {
  return `/api/v1/attachments/${encodeURIComponent(id)}`;
}
