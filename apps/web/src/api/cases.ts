import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { FigureAsked } from './figure.js';
import type { Case, CaseDiagram, CaseState, CaseSummary, HistoryEntry, NewCase, RegisteredCase } from './model.js';
import { usePages, type Pages } from './pages.js';
import { startRefresh } from './tasks.js';

/** What to look for among all cases that the user may see. */
export interface CaseFilter {
  readonly q: string;
  readonly state: CaseState | undefined;
  /** Code of a campaign. */
  readonly campaign: string | undefined;
  /** About long-standing matters only. */
  readonly historic: boolean;
  /** Id of a unit that held them, or above one that did. */
  readonly unit?: string | undefined;
  /** Received from this instant on. */
  readonly since?: string | undefined;
  /** Received before this instant. */
  readonly before?: string | undefined;
  /** Those of a figure of the statistics. */
  readonly figure?: FigureAsked;
}

interface CasesPage {
  items: CaseSummary[];
  next: string | null;
}

/** Cases that match a search, page after page. */
export function useCases(filter: CaseFilter): Pages<CasesPage> {
  const { q, state, campaign, historic, unit, since, before, figure } = filter;
  const asked = {
    ...(q && { q }),
    ...(state && { state }),
    ...(campaign && { campaign }),
    ...(historic && { historic: 'true' as const }),
    ...(unit && { unit }),
    ...(since && { since }),
    ...(before && { before }),
    ...figure,
  };
  return usePages(['cases', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/cases', { params: { query: { limit: 30, ...asked, ...at } }, signal })),
  );
}

/** One case with its open tasks. */
export function useCase(id: string): UseQueryResult<Case> {
  return useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/cases/{id}', { params: { path: { id } }, signal })),
    refetchInterval: 60_000,
  });
}

/** The whole trail of a case, oldest entry first. */
export function useCaseHistory(id: string): UseQueryResult<HistoryEntry[]> {
  return useQuery({ queryKey: ['case', id, 'history'], queryFn: ({ signal }) => wholeHistory(id, signal) });
}

/** The diagram that the case runs on, with the state of each element. */
export function useCaseDiagram(id: string): UseQueryResult<CaseDiagram> {
  return useQuery({
    queryKey: ['case', id, 'diagram'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/cases/{id}/diagram', { params: { path: { id } }, signal })),
  });
}

/** Files a case. */
export function useRegisterCase(): UseMutationResult<RegisteredCase, Error, NewCase> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/cases', { body, ...once })), { onSuccess: startRefresh });
}

async function wholeHistory(id: string, signal: AbortSignal): Promise<HistoryEntry[]> {
  const items: HistoryEntry[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: { limit: number; after?: string } = after ? { limit: 100, after } : { limit: 100 };
    const page: { items: HistoryEntry[]; next: string | null } = await unwrap(
      client.GET('/api/v1/cases/{id}/history', { params: { path: { id }, query }, signal }),
    );
    items.push(...page.items);
    after = page.next;
  }
  return items.sort((a, b) => a.seq - b.seq);
}
