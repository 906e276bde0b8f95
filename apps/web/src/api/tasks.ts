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
import type { Box, BoxCounts, InboxChoices, InboxConditions, Task, TaskRef } from './model.js';
import { isDeep, lookUpAnew, queryClient } from './query-client.js';

/** Terms run on, so lists and counts are asked again every minute; less often while the server tells what changes. */
const refreshEvery = (): number => (isLive() ? 300_000 : 60_000);

/** Which part of the inbox to show. */
export interface InboxFilter {
  readonly box: Box;
  readonly sort: 'due' | 'received' | 'code';
  readonly q: string;
  readonly conditions?: InboxConditions;
  /** Lines that are asked for at once. */
  readonly pageSize?: number;
}

/** Lines that are asked for at once where nothing else is wanted. */
export const usualPageSize = 30;

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
    // Asking again means asking for every page that is open: far down the list that is for people to ask.
    refetchInterval: (query) => (isDeep(query.state.data) ? false : refreshEvery()),
    refetchOnMount: (query) => !isDeep(query.state.data),
    refetchOnWindowFocus: (query) => !isDeep(query.state.data),
  });
}

/** Asks anew for a tab as it is shown; of one that was read far down, for its beginning. */
export function readAnew(filter: InboxFilter): void {
  queryClient.setQueryData<InfiniteData<InboxPage>>(['tasks', filter], (known) =>
    isDeep(known) ? { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) } : known,
  );
  void queryClient.invalidateQueries({ queryKey: ['tasks', filter] });
}

/** Takes lines off the lists of a box, as far as they are known, as soon as it is known that they have left it. */
export function dropLines(box: Box, ids: readonly string[]): void {
  const gone = new Set(ids);
  queryClient.setQueriesData<InfiniteData<InboxPage>>({ queryKey: ['tasks', { box }] }, (known) =>
    known?.pages.some(({ items }) => items.some(({ id }) => gone.has(id)))
      ? {
          ...known,
          pages: known.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => !gone.has(id)) })),
        }
      : known,
  );
}

/** As {@link dropLines}, once the button that was pressed in the line has told what it has to tell. */
function dropLater(box: Box, id: string): void {
  window.setTimeout(() => dropLines(box, [id]));
}

/** What the lines of a box offer to be chosen from. */
export function useInboxChoices(box: Box): UseQueryResult<InboxChoices> {
  return useQuery({
    queryKey: ['inbox-choices', box],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/tasks/choices', { params: { query: { box } }, signal })),
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
    onSuccess: (_answer, id) => dropLater('claimable', id),
    onSettled: startRefresh,
  });
}

/** Gives a claimed task back to the unit. */
export function useRelease(): UseMutationResult<{ tasks: TaskRef[] }, Error, string> {
  return useAct(
    (id, once) => unwrap(client.POST('/api/v1/tasks/{id}/release', { params: { path: { id } }, ...once })),
    { onSuccess: (_answer, id) => dropLater('todo', id), onSettled: startRefresh },
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
  const { box, sort, q, conditions, pageSize = usualPageSize } = filter;
  return { box, sort, limit: pageSize, ...conditions, ...(q && { q }), ...(after && { after }) };
}
