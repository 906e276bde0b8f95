import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { Calendar, CalendarChange, CalendarDay, CalendarPreview, DayDecision } from './model.js';
import { lookUpAnew } from './query-client.js';

/** How often a change that is under way is looked at, in milliseconds. */
const often = 5_000;

/** The calendars of the installation. */
export function useCalendars(): UseQueryResult<Calendar[]> {
  return useQuery({
    queryKey: ['calendars'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/calendars', { signal })),
  });
}

/** The days of a year. */
export function useCalendarDays(id: string, year: number): UseQueryResult<CalendarDay[]> {
  return useQuery({
    queryKey: ['calendar-days', id, year],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/calendars/{id}/days', { params: { path: { id }, query: { year } }, signal })),
  });
}

/** Changes of calendars, the newest first. */
export function useCalendarChanges(): UseQueryResult<CalendarChange[]> {
  return useQuery({
    queryKey: ['calendar-changes'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/calendar-changes', { signal })),
    refetchInterval: ({ state }) => (state.data?.some(({ finishedAt }) => finishedAt === null) ? often : false),
  });
}

interface Decided {
  readonly id: string;
  readonly days: DayDecision[];
}

/** How many running terms a change would move. */
export function usePreviewChange(): UseMutationResult<CalendarPreview, Error, Decided> {
  return useMutation({
    mutationFn: ({ id, days }) =>
      unwrap(client.POST('/api/v1/calendars/{id}/preview', { params: { path: { id } }, body: { days } })),
  });
}

/** Decides days. */
export function useChangeCalendar(): UseMutationResult<CalendarChange, Error, Decided & { readonly note: string }> {
  return useAct(
    ({ id, ...body }, once) =>
      unwrap(client.POST('/api/v1/calendars/{id}/changes', { params: { path: { id } }, body, ...once })),
    {
      onSuccess: () => lookUpAnew('calendar-days', 'calendar-changes'),
    },
  );
}
