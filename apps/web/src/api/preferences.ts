import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { PreferenceChange, Preferences } from './model.js';
import { queryClient } from './query-client.js';

const key = ['preferences'];

/** How this person wants their desk; undefined until it is known. */
export function usePreferences(): Preferences | undefined {
  return usePreferencesQuery().data;
}

/** As {@link usePreferences}, with whether the answer is still to come. */
export function usePreferencesQuery(): UseQueryResult<Preferences> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/preferences', { signal })),
    staleTime: 300_000,
  });
}

/** Changes some of it, one change after the other; seen at once and kept for every machine. */
export function useChangePreferences(): UseMutationResult<Preferences, Error, PreferenceChange> {
  return useMutation({
    mutationKey: key,
    scope: { id: 'preferences' },
    mutationFn: (body) => unwrap(client.PATCH('/api/v1/me/preferences', { body })),
    onMutate: (change) => {
      queryClient.setQueryData<Preferences>(key, (known) => known && changed(known, change));
    },
    // Where another change waits already, the answer knows nothing of it yet.
    onSuccess: (known) => {
      if (queryClient.isMutating({ mutationKey: key }) === 1) queryClient.setQueryData(key, known);
    },
    onError: () => void queryClient.invalidateQueries({ queryKey: key }),
  });
}

/** Of each what is named, as the server does it. */
function changed(known: Preferences, { keyboard, completing, language, inbox }: PreferenceChange): Preferences {
  return {
    keyboard: { ...known.keyboard, ...keyboard },
    completing: { ...known.completing, ...completing },
    language: { ...known.language, ...language },
    inbox: { ...known.inbox, ...inbox },
  };
}
