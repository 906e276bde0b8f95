import { queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult, UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import type { Form as FormContent } from '@lianban/bpmn';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { DesignedForm, FilledForm, FormPage, FormVersion, TaskForm } from './model.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** The latest version of every form, page after page. */
export function useForms(): UseInfiniteQueryResult<InfiniteData<FormPage>> {
  return useInfiniteQuery({
    queryKey: ['forms'],
    initialPageParam: '',
    queryFn: ({ pageParam: after, signal }) =>
      unwrap(client.GET('/api/v1/forms', { params: { query: { limit: 50, ...(after && { after }) } }, signal })),
    getNextPageParam: (page) => page.next,
  });
}

/** One version of a form; undefined: the latest. */
export function useForm(key: string, version: number | undefined): UseQueryResult<DesignedForm> {
  return useQuery(formOf(key, version));
}

/** The latest version of a form, for what is looked up on the way. */
export async function findForm(key: string): Promise<DesignedForm> {
  return await queryClient.fetchQuery({ ...formOf(key, undefined), staleTime: 60_000 });
}

function formOf(key: string, version: number | undefined) {
  return queryOptions({
    queryKey: ['form', key, version ?? 'latest'],
    queryFn: ({ signal }) =>
      version === undefined
        ? unwrap(client.GET('/api/v1/forms/{key}', { params: { path: { key } }, signal }))
        : unwrap(client.GET('/api/v1/forms/{key}/versions/{version}', { params: { path: { key, version } }, signal })),
    // A version that comes while somebody edits does not take what is edited away.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** The versions of a form, the newest first. */
export function useFormVersions(key: string): UseQueryResult<FormVersion[]> {
  return useQuery({
    queryKey: ['form-versions', key],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/forms/{key}/versions', { params: { path: { key } }, signal })),
  });
}

/** What is saved of a form; without `from` it is a new one. */
export interface SavedForm {
  readonly name: string;
  readonly content: FormContent;
  readonly from?: number | undefined;
}

/** Makes a form, or the next version of one. */
export function useSaveForm(): UseMutationResult<DesignedForm, Error, SavedForm> {
  return useAct(
    ({ name, content, from }, once) => {
      const body = { name, content: { ...content } };
      if (from === undefined) return unwrap(client.POST('/api/v1/forms', { body, ...once }));
      const path = { key: content.id };
      return unwrap(
        client.POST('/api/v1/forms/{key}/versions', { params: { path }, body: { ...body, from }, ...once }),
      );
    },
    {
      onSuccess: (saved) => {
        queryClient.setQueryData(['form', saved.key, 'latest'], saved);
        queryClient.setQueryData<FormVersion[]>(['form-versions', saved.key], (known) => known && [saved, ...known]);
      },
      onSettled: () => lookUpAnew('forms', 'form-versions', 'workflow-names'),
    },
  );
}

/** The form of a task, with what it shows at first; its version stays as long as the task does. */
export function useTaskForm(taskId: string): UseQueryResult<TaskForm> {
  return useQuery({
    queryKey: ['task-form', taskId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/tasks/{id}/form', { params: { path: { id: taskId } }, signal })),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** What was filled in for a case, the newest first. */
export function useFilledForms(caseId: string): UseQueryResult<FilledForm[]> {
  return useQuery({
    queryKey: ['case', caseId, 'forms'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/cases/{id}/forms', { params: { path: { id: caseId } }, signal })),
  });
}
