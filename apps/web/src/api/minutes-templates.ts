import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { MinutesTemplate, MinutesWording } from './model.js';
import { queryClient } from './query-client.js';

const key = ['minutes-templates'];

/** Versions of the wording of minutes, the newest first. */
export function useMinutesTemplates(): UseQueryResult<MinutesTemplate[]> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/minutes-templates', { signal })),
  });
}

/** Makes a new version. */
export function useChangeMinutesTemplate(): UseMutationResult<MinutesTemplate[], Error, MinutesWording> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/minutes-templates', { body, ...once })), {
    onSuccess: (after) => queryClient.setQueryData(key, after),
  });
}
