import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { KeptTaskDraft, TaskDraft } from './model.js';

/** What one has written for a task at whatever machine; asked anew each time somebody begins to write. */
export function useTaskDraft(taskId: string): UseQueryResult<KeptTaskDraft> {
  return useQuery({
    queryKey: ['task-draft', taskId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/tasks/{id}/draft', { params: { path: { id: taskId } }, signal })),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** Keeps it; that it could not be kept is no reason to disturb who writes. */
export function useSaveTaskDraft(taskId: string): UseMutationResult<KeptTaskDraft, Error, TaskDraft> {
  return useMutation({
    mutationFn: (body) => unwrap(client.PUT('/api/v1/tasks/{id}/draft', { params: { path: { id: taskId } }, body })),
  });
}
