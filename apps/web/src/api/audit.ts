import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { client, unwrap } from './client.js';
import type { AuditCheck, AuditedReadings, AuditEntry } from './model.js';
import { usePages, type Pages } from './pages.js';

/** Which entries are asked for; absent: all. */
export interface AuditFilter {
  readonly who?: string;
  readonly action?: string;
  readonly result?: AuditEntry['result'];
  readonly case?: string;
  readonly ip?: string;
  /** Instants. */
  readonly from?: string;
  readonly until?: string;
}

/** Entries of the trail, the newest first. */
export function useAuditEntries(filter: AuditFilter): Pages<{ items: AuditEntry[]; next: string | null }> {
  return usePages(['audit-entries', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/audit/entries', { params: { query: { limit: 50, ...filter, ...at } }, signal })),
  );
}

/** What was done lately, for a choice. */
export function useAuditActions(): UseQueryResult<string[]> {
  return useQuery({
    queryKey: ['audit-actions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/audit/actions', { signal })),
  });
}

/** Where the file with these entries is had. */
export function auditFileAddress(filter: AuditFilter, format: 'xlsx' | 'csv'): string {
  const given = Object.entries({ ...filter, format }).filter(([, value]) => value !== undefined);
  return `/api/v1/audit/export?${new URLSearchParams(Object.fromEntries(given))}`;
}

/** Who looked at the resident of a case; asked only for a code, as each question is recorded. */
export function useLeakDrill(code: string): UseQueryResult<AuditedReadings> {
  return useQuery({
    queryKey: ['leak-drill', code],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/audit/cases/{code}/personal-data', { params: { path: { code } }, signal })),
    enabled: code !== '',
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** How far the trail was recomputed. */
export interface CheckState extends Pick<AuditCheck, 'checked' | 'total' | 'broken'> {
  readonly running: boolean;
  readonly error: Error | null;
}

/** Recomputes the trail part after part, and can be stopped between them. */
export function useAuditCheck(): {
  readonly state: CheckState | undefined;
  readonly start: () => void;
  readonly stop: () => void;
} {
  const [state, setState] = useState<CheckState>();
  const going = useRef(false);
  const run = async (): Promise<void> => {
    let sum: CheckState = { checked: 0, total: 0, broken: [], running: true, error: null };
    let after: string | null = null;
    setState(sum);
    do {
      const query: { after?: string } = after === null ? {} : { after };
      const part: AuditCheck = await unwrap(client.GET('/api/v1/audit/check', { params: { query } }));
      sum = { ...sum, checked: sum.checked + part.checked, total: part.total, broken: [...sum.broken, ...part.broken] };
      after = part.next;
      setState(sum);
    } while (after !== null && going.current);
  };
  const start = () => {
    going.current = true;
    run()
      .catch((error: Error) => setState((known) => known && { ...known, error }))
      .finally(() => setState((known) => known && { ...known, running: false }));
  };
  return { state, start, stop: () => (going.current = false) };
}
