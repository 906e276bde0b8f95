import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type {
  CampaignCounts,
  DispositionCounts,
  HistoricCounts,
  HotMatters,
  LaneTable,
  NewStatisticsSettings,
  Ranking,
  SettledStatistics,
  Statistics,
  StepTimes,
} from './model.js';
import { lookUpAnew } from './query-client.js';

/** Days of receipt, and the day as of which they are told, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
  /** Absent: as they are now. */
  readonly asOf?: string;
}

/** Counts and rates of the cases received in a period. */
export function useStatistics(query: Period): UseQueryResult<Statistics> {
  return useQuery({
    queryKey: ['statistics', 'counts', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Units beside others of their kind. */
export function useRanking(query: Period): UseQueryResult<Ranking> {
  return useQuery({
    queryKey: ['statistics', 'ranking', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/ranking', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** In which ways closed cases were settled. */
export function useDispositionCounts(query: Period): UseQueryResult<DispositionCounts> {
  return useQuery({
    queryKey: ['statistics', 'dispositions', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/dispositions', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Cases by the way in which they were handled. */
export function useLanes(query: Period): UseQueryResult<LaneTable> {
  return useQuery({
    queryKey: ['statistics', 'lanes', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/lanes', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** How long each step takes. */
export function useStepTimes(query: Period): UseQueryResult<StepTimes> {
  return useQuery({
    queryKey: ['statistics', 'step-times', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/step-times', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** What many people ask about at once, as of a day. */
export function useHotMatters({ asOf }: Period): UseQueryResult<HotMatters> {
  const query = asOf === undefined ? {} : { asOf };
  return useQuery({
    queryKey: ['statistics', 'hot-matters', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/hot-matters', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** What became of the cases of campaigns. */
export function useCampaignCounts(query: Period): UseQueryResult<CampaignCounts> {
  return useQuery({
    queryKey: ['statistics', 'campaigns', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/campaigns', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Open cases about long-standing matters. */
export function useHistoricCounts(query: Period): UseQueryResult<HistoricCounts> {
  return useQuery({
    queryKey: ['statistics', 'historic', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/historic', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Where the same stands as an .xlsx file. */
export function workbookAddress({ from, to, asOf }: Period): string {
  return `/api/v1/statistics/workbook?${new URLSearchParams({ from, to, ...(asOf !== undefined && { asOf }) })}`;
}

/** By what statistics are counted, the newest decision first. */
export function useStatisticsSettings(): UseQueryResult<SettledStatistics[]> {
  return useQuery({
    queryKey: ['statistics-settings'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics-settings', { signal })),
  });
}

/** Decides it anew. */
export function useDecideStatistics(): UseMutationResult<SettledStatistics, Error, NewStatisticsSettings> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/statistics-settings', { body, ...once })), {
    onSuccess: () => lookUpAnew('statistics-settings', 'statistics'),
  });
}
