import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { Meeting, MeetingDecision, MeetingSummary, MinutesPreview, NewMeeting, QueueItem } from './model.js';
import { usePages, type Pages } from './pages.js';
import { queryClient } from './query-client.js';

interface QueuePage {
  items: QueueItem[];
  next: string | null;
  total: number;
}

/** What waits for the joint meeting, longest first. */
export function useJointMeetingQueue(): Pages<QueuePage> {
  return usePages(['joint-meeting-queue'], (at, signal) =>
    unwrap(client.GET('/api/v1/joint-meetings/queue', { params: { query: { limit: 30, ...at } }, signal })),
  );
}

/** The latest meetings. */
export function useMeetings(): UseQueryResult<MeetingSummary[]> {
  return useQuery({
    queryKey: ['meetings'],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET('/api/v1/joint-meetings', { params: { query: { limit: 10 } }, signal }))).items,
  });
}

/** A meeting with its agenda. */
export function useMeeting(id: string): UseQueryResult<Meeting> {
  return useQuery({
    queryKey: ['meeting', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/joint-meetings/{id}', { params: { path: { id } }, signal })),
  });
}

/** Calls a meeting. */
export function useCallMeeting(): UseMutationResult<Meeting, Error, NewMeeting> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/joint-meetings', { body, ...once })), {
    onSuccess: () => void queryClient.invalidateQueries(),
  });
}

/** What the meeting says of a topic: its decision, or why it puts it off. */
export type TopicWord = { readonly decision: MeetingDecision } | { readonly postponed: string };

/** Writes down what the meeting decided on a topic, or that it put it off. */
export function useDecideTopic(): UseMutationResult<
  Meeting,
  Error,
  TopicWord & { readonly meeting: string; readonly topic: string }
> {
  return useAct(
    ({ meeting, topic, ...word }, once) => {
      const at = { ...once, params: { path: { id: meeting, topic } } };
      return 'decision' in word
        ? unwrap(client.POST('/api/v1/joint-meetings/{id}/topics/{topic}/decide', { ...at, body: word.decision }))
        : unwrap(
            client.POST('/api/v1/joint-meetings/{id}/topics/{topic}/postpone', {
              ...at,
              body: { opinion: word.postponed },
            }),
          );
    },
    { onSettled: () => void queryClient.invalidateQueries() },
  );
}

/** Where the minutes of a meeting stand. */
export function minutesAddress(id: string, form: 'docx' | 'pdf'): string {
  return `/api/v1/joint-meetings/${encodeURIComponent(id)}/minutes${form === 'pdf' ? '/pdf' : ''}`;
}

/** The minutes of a meeting as they would be now. */
export function useMinutesPreview(id: string): UseQueryResult<MinutesPreview> {
  return useQuery({
    queryKey: ['minutes-preview', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/joint-meetings/{id}/minutes/preview', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

/** What is done in the course of a meeting. */
export type SessionAct =
  | { readonly kind: 'agenda'; readonly topics: readonly { readonly id: string; readonly minutes: number }[] }
  | { readonly kind: 'confirm'; readonly unit: string; readonly delegate: string }
  | { readonly kind: 'attendance'; readonly present: readonly string[] }
  | { readonly kind: 'circulate'; readonly days: number }
  | { readonly kind: 'sign'; readonly unit: string; readonly stance: 'agreed' | 'dissent'; readonly opinion: string }
  | { readonly kind: 'issue' };

/** Does it. */
export function useSessionAct(meeting: string): UseMutationResult<Meeting, Error, SessionAct> {
  return useAct((act, once) => sendSessionAct({ ...once, params: { path: { id: meeting } } }, act), {
    onSuccess: (after) => queryClient.setQueryData(['meeting', meeting], after),
  });
}

async function sendSessionAct(at: Once & { params: { path: { id: string } } }, act: SessionAct): Promise<Meeting> {
  switch (act.kind) {
    case 'agenda': {
      const body = { topics: [...act.topics] };
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/agenda', { ...at, body }));
    }
    case 'confirm': {
      const { unit, delegate } = act;
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/confirm', { ...at, body: { unit, delegate } }));
    }
    case 'attendance': {
      const body = { present: [...act.present] };
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/attendance', { ...at, body }));
    }
    case 'circulate':
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/circulate', { ...at, body: { days: act.days } }));
    case 'sign': {
      const { unit, stance, opinion } = act;
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/sign', { ...at, body: { unit, stance, opinion } }));
    }
    case 'issue':
      return await unwrap(client.POST('/api/v1/joint-meetings/{id}/issue', { ...at }));
  }
}
