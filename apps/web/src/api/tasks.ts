import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import { isLive, useChangedAt } from './live.js';
import type { Box, BoxCounts, Task, TaskRef } from './model.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** Terms run on, so lists and counts are asked again every minute; less often while the server tells what changes. */
const refreshEvery = (): number => (isLive() ? 300_000 : 60_000);

/** Lines that are asked for at once. */
export const pageSize = 30;

/** Which part of the inbox to show. */
export interface InboxFilter {
  readonly box: Box;
  readonly sort: 'due' | 'received';
  readonly q: string;
}

interface InboxPage {
  items: Task[];
  next: string | null;
  counts: BoxCounts;
}

/** One tab of the inbox, page after page. */
export function useInbox(filter: InboxFilter): UseInfiniteQueryResult<InfiniteData<InboxPage>> {
  return useInfiniteQuery({
    queryKey: ['tasks', filter],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const page = await unwrap(client.GET('/api/v1/tasks', { params: { query: queryOf(filter, pageParam) }, signal }));
      queryClient.setQueryData(['task-counts'], page.counts);
      return page;
    },
    getNextPageParam: (page) => page.next,
    // Asking again means asking for every page that is open; far down the list the counts alone must do.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) <= 3 ? refreshEvery() : false),
  });
}

/** How a tab begins by now; asked when something changed since it was read. */
export function useInboxStart(filter: InboxFilter, readAt: number): readonly Task[] | undefined {
  const changedAt = useChangedAt();
  const start = useQuery({
    queryKey: ['inbox-start', filter, changedAt],
    queryFn: async ({ signal }) => {
      const query = queryOf(filter, '');
      return (await unwrap(client.GET('/api/v1/tasks', { params: { query }, signal }))).items;
    },
    enabled: changedAt > readAt,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  return changedAt > readAt ? start.data : undefined;
}

/** How many tasks each tab of the inbox holds. */
export function useBoxCounts(enabled: boolean): UseQueryResult<BoxCounts> {
  return useQuery({
    queryKey: ['task-counts'],
    queryFn: async ({ signal }) => {
      const query = { box: 'todo', limit: 1 } as const;
      const { counts } = await unwrap(client.GET('/api/v1/tasks', { params: { query }, signal }));
      return counts;
    },
    enabled,
    refetchInterval: refreshEvery,
    placeholderData: keepPreviousData,
  });
}

/** What is due first among what one holds, but for one case. */
export async function nextTask(exceptCase: string): Promise<Task | undefined> {
  const query = { box: 'todo', sort: 'due', limit: 20 } as const;
  const { items } = await unwrap(client.GET('/api/v1/tasks', { params: { query } }));
  return items.find(({ caseId }) => caseId !== exceptCase);
}

/** Takes a task of the own unit into the own hands. */
export function useClaim(): UseMutationResult<{ tasks: TaskRef[] }, Error, string> {
  return useAct((id, once) => unwrap(client.POST('/api/v1/tasks/{id}/claim', { params: { path: { id } }, ...once })), {
    onSettled: startRefresh,
  });
}

/** Gives a claimed task back to the unit. */
export function useRelease(): UseMutationResult<{ tasks: TaskRef[] }, Error, string> {
  return useAct(
    (id, once) => unwrap(client.POST('/api/v1/tasks/{id}/release', { params: { path: { id } }, ...once })),
    { onSettled: startRefresh },
  );
}

/** How a matter is settled: code of a disposition, and what the resident is told. */
export interface Answer {
  readonly disposition?: string;
  readonly reply?: string;
}

/** What finishing a task needs. */
export interface Completion {
  readonly id: string;
  readonly outcome: string | undefined;
  readonly opinion: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  /** Of an outcome that settles the matter. */
  readonly answer?: Answer | undefined;
}

/** Finishes a task with an outcome and an opinion; answers with the tasks that follow. */
export function useComplete(): UseMutationResult<{ tasks: TaskRef[] }, Error, Completion> {
  return useAct(
    ({ id, outcome, opinion, variables, answer }, once) =>
      unwrap(
        client.POST('/api/v1/tasks/{id}/complete', {
          params: { path: { id } },
          body: { opinion, ...(outcome !== undefined && { outcome }), ...(variables && { variables }), ...answer },
          ...once,
        }),
      ),
    { onSuccess: startRefresh },
  );
}

/**
 * Marks everything that shows tasks or cases as out of date. Not awaited by the acts: fresh data may take away the very
 * button that was pressed, and with it the message that the act succeeded.
 */
export function startRefresh(): void {
  lookUpAnew('tasks', 'task-counts', 'home', 'case', 'cases', 'joint-meeting-queue');
}

function queryOf(filter: InboxFilter, after: string) {
  const { box, sort, q } = filter;
  return { box, sort, limit: pageSize, ...(q && { q }), ...(after && { after }) };
}
