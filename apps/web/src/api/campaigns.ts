import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { CampaignChoice } from './model.js';
import { useMay } from './session.js';

/** Campaigns and the channels that demand one; asked for by those who may know. */
export function useCampaigns(): UseQueryResult<CampaignChoice> {
  const may = useMay();
  return useQuery({
    queryKey: ['campaigns'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/campaigns', { signal })),
    enabled: may('catalogue.read'),
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });
}
