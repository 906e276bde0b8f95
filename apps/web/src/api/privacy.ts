import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type {
  DecidedPrivacyNotice,
  DecidedWatermark,
  NewPrivacyNotice,
  NewWatermark,
  PrivacyNotice,
  Watermark,
} from './model.js';
import { lookUpAnew } from './query-client.js';

/** Where the mark of who looks stands. */
export function useWatermark(): UseQueryResult<Watermark> {
  return useQuery({
    queryKey: ['watermark'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/watermark', { signal })),
    staleTime: Infinity,
  });
}

/** How personal data is used, as residents read it now. */
export function usePrivacyNotice(): UseQueryResult<PrivacyNotice> {
  return useQuery({
    queryKey: ['privacy-notice'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/public/privacy-notice', { signal })),
    staleTime: Infinity,
  });
}

/** What was decided of the mark, the newest first. */
export function useWatermarkDecisions(): UseQueryResult<DecidedWatermark[]> {
  return useQuery({
    queryKey: ['watermark', 'decisions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/privacy-settings/watermark', { signal })),
  });
}

/** Decides where it stands. */
export function useDecideWatermark(): UseMutationResult<DecidedWatermark, Error, NewWatermark> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/privacy-settings/watermark', { body, ...once })), {
    onSuccess: () => lookUpAnew('watermark'),
  });
}

/** Versions of the notice, the newest first. */
export function useNoticeDecisions(): UseQueryResult<DecidedPrivacyNotice[]> {
  return useQuery({
    queryKey: ['privacy-notice', 'decisions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/privacy-settings/notice', { signal })),
  });
}

/** Puts another text in its place. */
export function useDecideNotice(): UseMutationResult<DecidedPrivacyNotice, Error, NewPrivacyNotice> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/privacy-settings/notice', { body, ...once })), {
    onSuccess: () => lookUpAnew('privacy-notice'),
  });
}
