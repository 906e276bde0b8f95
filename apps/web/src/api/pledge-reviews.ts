import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type {
  NewPledgeReview,
  PledgeReview,
  PledgeReviewEnd,
  PledgeReviewMeeting,
  PledgeVotes,
  PledgeYear,
} from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew, queryClient } from './query-client.js';

interface PledgeYearPage {
  items: PledgeYear[];
  next: string | null;
}

/** Of which year and units. */
export interface PledgeYearFilter {
  readonly year: number;
  readonly unit?: string;
}

/** What the pledges of units came to in a year, in the order of the tree. */
export function usePledgeYears(filter: PledgeYearFilter): Pages<PledgeYearPage> {
  return usePages(['pledge-years', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/pledge-reviews', { params: { query: { limit: 50, ...filter, ...at } }, signal })),
  );
}

/** Where the same stands as an .xlsx file. */
export function pledgeWorkbookAddress({ year, unit }: PledgeYearFilter): string {
  const query = new URLSearchParams({ year: String(year), ...(unit !== undefined && { unit }) });
  return `/api/v1/pledge-reviews/workbook?${query}`;
}

/** A review with its pledges and votes. */
export function usePledgeReview(id: string): UseQueryResult<PledgeReview> {
  return useQuery({
    queryKey: ['pledge-review', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/pledge-reviews/{id}', { params: { path: { id } }, signal })),
    refetchOnWindowFocus: false, // what is being typed is not lost by looking away
  });
}

/** Takes down the meeting. */
export function useOpenReview(): UseMutationResult<PledgeReview, Error, NewPledgeReview> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/pledge-reviews', { body, ...once })), {
    onSuccess: () => lookUpAnew('pledge-years'),
  });
}

/** What is done in the course of a review. */
export type ReviewAct =
  | ({ readonly act: 'correct' } & PledgeReviewMeeting)
  | ({ readonly act: 'vote' } & PledgeVotes)
  | ({ readonly act: 'close' } & PledgeReviewEnd);

/** Does it. */
export function useReviewAct(id: string): UseMutationResult<PledgeReview, Error, ReviewAct> {
  return useAct((said, once) => send({ ...once, params: { path: { id } } }, said), {
    onSuccess: (after) => queryClient.setQueryData(['pledge-review', id], after),
    onSettled: () => lookUpAnew('pledge-years', 'pledges', 'pledge'),
  });
}

async function send(at: Once & { params: { path: { id: string } } }, said: ReviewAct): Promise<PledgeReview> {
  switch (said.act) {
    case 'correct': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledge-reviews/{id}/meeting', { ...at, body }));
    }
    case 'vote': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledge-reviews/{id}/votes', { ...at, body }));
    }
    case 'close': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledge-reviews/{id}/close', { ...at, body }));
    }
  }
}
