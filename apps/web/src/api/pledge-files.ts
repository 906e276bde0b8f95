import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { asItIs } from './attachments.js';
import { client, unwrap } from './client.js';
import type { Pledge } from './model.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** Adds files to a pledge, one after the other. */
export function useAddPledgeFiles(pledge: string): UseMutationResult<void, Error, readonly File[]> {
  return useMutation({
    mutationFn: async (files) => {
      for (const file of files) {
        const params = { path: { id: pledge }, query: { name: file.name } };
        await unwrap(client.POST('/api/v1/pledges/{id}/files', { params, body: file as never, ...asItIs }));
      }
    },
    onSettled: () => lookUpAnew('pledge'),
  });
}

/** Takes a file away. */
export function useRemovePledgeFile(pledge: string): UseMutationResult<Pledge, Error, string> {
  return useMutation({
    mutationFn: (file) =>
      unwrap(client.DELETE('/api/v1/pledges/{id}/files/{file}', { params: { path: { id: pledge, file } } })),
    onSuccess: (after) => queryClient.setQueryData(['pledge', pledge], after),
  });
}

/** Where the content of a file is, for staff. */
export function pledgeFileAddress(pledge: string, file: string): string {
  return `/api/v1/pledges/${encodeURIComponent(pledge)}/files/${encodeURIComponent(file)}`;
}

/** Where the content of a file of a public pledge is, for residents. */
export function publicPledgeFileAddress(pledge: string, file: string): string {
  return `/api/v1/public/pledges/${encodeURIComponent(pledge)}/files/${encodeURIComponent(file)}`;
}
