import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type {
  MutualAidOffer,
  MutualAidOptions,
  TaskRef,
  Volunteer,
  VolunteerContact,
  VolunteerDraft,
  VolunteerReport,
  VolunteerTask,
} from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

/** The boxes of a volunteer in their order on the screen. */
export const volunteerBoxes = ['offered', 'mine', 'done'] as const;

/** What a volunteer may see: what is offered, what they have, what they had. */
export type VolunteerBox = (typeof volunteerBoxes)[number];

interface TaskPage {
  items: VolunteerTask[];
  next: string | null;
}

/** Matters of a box, the newest first. */
export function useVolunteerTasks(box: VolunteerBox): Pages<TaskPage> {
  return usePages(['volunteer-tasks', box], (at, signal) =>
    unwrap(client.GET('/api/v1/mutual-aid/tasks', { params: { query: { box, limit: 20, ...at } }, signal })),
  );
}

/** Takes a matter; somebody else may have been first, so the list is looked up anew either way. */
export function useTakeMatter(): UseMutationResult<{ task: string }, Error, string> {
  return useAct(
    (id, once) => unwrap(client.POST('/api/v1/mutual-aid/tasks/{id}/take', { params: { path: { id } }, ...once })),
    { onSettled: () => lookUpAnew('volunteer-tasks') },
  );
}

/** Says what became of a matter. */
export function useReportMatter(id: string): UseMutationResult<unknown, Error, VolunteerReport> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/mutual-aid/tasks/{id}/report', { params: { path: { id } }, body, ...once })),
    { onSuccess: () => lookUpAnew('volunteer-tasks') },
  );
}

/** Looks at whom to help. Each look is recorded, so it is done when asked for and never by itself. */
export function useContact(): UseMutationResult<VolunteerContact, Error, string> {
  return useAct((id) => unwrap(client.GET('/api/v1/mutual-aid/tasks/{id}/contact', { params: { path: { id } } })));
}

/** Whether a case may be offered, and to how many. */
export function useMutualAidOptions(caseId: string, task: string): UseQueryResult<MutualAidOptions> {
  return useQuery({
    queryKey: ['mutual-aid-options', caseId, task],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/cases/{id}/mutual-aid', { params: { path: { id: caseId }, query: { task } }, signal }),
      ),
  });
}

/** Offers a case to volunteers. */
export async function offerCase(caseId: string, body: MutualAidOffer, once: Once): Promise<{ tasks: TaskRef[] }> {
  return await unwrap(
    client.POST('/api/v1/cases/{id}/mutual-aid', { params: { path: { id: caseId } }, body, ...once }),
  );
}

/** Takes an offer back. */
export async function recallCase(
  caseId: string,
  body: { readonly opinion: string; readonly task: string },
  once: Once,
): Promise<{ tasks: TaskRef[] }> {
  const at = { params: { path: { id: caseId } } };
  return await unwrap(client.POST('/api/v1/cases/{id}/mutual-aid/recall', { ...at, body, ...once }));
}

interface VolunteerPage {
  items: Volunteer[];
  next: string | null;
}

/** The rosters that one keeps. */
export function useVolunteers(): Pages<VolunteerPage> {
  return usePages(['volunteers'], (at, signal) =>
    unwrap(client.GET('/api/v1/volunteers', { params: { query: { limit: 50, ...at } }, signal })),
  );
}

/** Who may be put on the roster of a station. */
export function useCandidates(unit: string | undefined): UseQueryResult<{ account: string; name: string }[]> {
  return useQuery({
    queryKey: ['volunteer-candidates', unit],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/volunteers/candidates', { params: { query: { unit: unit ?? '' } }, signal })),
    enabled: unit !== undefined,
  });
}

/** What volunteers can do. */
export function useVolunteerSkills(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['volunteer-skills'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/volunteer-skills', { signal })),
    staleTime: 300_000,
  });
}

/** Puts somebody on a roster, or changes how they stand there. */
export function useKeepVolunteer(): UseMutationResult<unknown, Error, { account: string; draft: VolunteerDraft }> {
  return useAct(
    ({ account, draft: body }) =>
      unwrap(client.PUT('/api/v1/volunteers/{account}', { params: { path: { account } }, body })),
    { onSuccess: () => lookUpAnew('volunteers', 'volunteer-candidates') },
  );
}
