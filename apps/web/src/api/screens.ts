import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import createClient from 'openapi-fetch';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { DistrictMap, NewScreenLink, ScreenFigures, ScreenLink } from './model.js';
import { lookUpAnew } from './query-client.js';
import type { paths } from './schema.js';

const minute = 60_000;

/** Asks with nothing but the token of a screen: whoever is signed in at the same browser has no part in it. */
const screenClient = createClient<paths>({ baseUrl: window.location.origin, credentials: 'omit' });

/** The figures of a screen, renewed every minute; the last ones stay where that fails. @param token empty: as who is signed in */
export function useScreen(token: string): UseQueryResult<ScreenFigures> {
  const params = { header: { 'X-Screen-Token': token } };
  return useQuery({
    queryKey: ['screen', token],
    queryFn: ({ signal }) =>
      token === ''
        ? unwrap(client.GET('/api/v1/statistics/screen', { signal }))
        : unwrap(screenClient.GET('/api/v1/public/screen', { params, signal })),
    refetchInterval: minute,
    refetchIntervalInBackground: true,
  });
}

/** The outline for a screen, looked up anew every hour. */
export function useScreenMap(token: string): UseQueryResult<DistrictMap> {
  const params = { header: { 'X-Screen-Token': token } };
  return useQuery({
    queryKey: ['screen-map', token],
    queryFn: ({ signal }) =>
      token === ''
        ? unwrap(client.GET('/api/v1/district-map', { signal, headers: { 'X-Background': '1' } }))
        : unwrap(screenClient.GET('/api/v1/public/screen/map', { params, signal })),
    staleTime: 60 * minute,
    refetchInterval: 60 * minute,
  });
}

/** Links of screens, the newest first. */
export function useScreenLinks(): UseQueryResult<ScreenLink[]> {
  return useQuery({
    queryKey: ['screen-links'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/screen-links', { signal })),
  });
}

/** Makes a link. */
export function useMakeScreenLink(): UseMutationResult<unknown, Error, NewScreenLink> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/screen-links', { body, ...once })), {
    onSuccess: () => lookUpAnew('screen-links'),
  });
}

/** Ends a link. */
export function useEndScreenLink(): UseMutationResult<unknown, Error, string> {
  return useAct((id) => unwrap(client.DELETE('/api/v1/screen-links/{id}', { params: { path: { id } } })), {
    onSuccess: () => lookUpAnew('screen-links'),
  });
}

/** 256 random bits as base64url; made here, so that the server never has to tell it. */
export function newScreenToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
