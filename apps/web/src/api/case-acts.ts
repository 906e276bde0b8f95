import { queryOptions, useQueries, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { HandOverUnit, TaskRef } from './model.js';
import { offerCase, recallCase } from './mutual-aid.js';
import { startRefresh } from './tasks.js';

/** What is done to the clock of a task that one holds. */
export type ClockActKind = 'suspend' | 'resume' | 'extend';
/** What brings other people in. */
export type HandOverKind = 'return' | 'transfer' | 'assist' | 'supervise' | 'copy';
/** What asks units for their opinion, or to mediate, before a task is finished. */
export type OpinionKind = 'countersign' | 'consult' | 'mediate';
/** What offers a case to volunteers, and takes it back. */
export type MutualActKind = 'mutual' | 'recall';
/** What takes a case out: it is handled elsewhere, with another one, by itself again, not counted, or by others. */
export type ExitKind = 'decline' | 'merge' | 'separate' | 'exclude' | 'recuse';
/** What keeps the personal data of a case beyond their term, and no longer. */
export type DataActKind = 'hold' | 'letGo';
/** What is done to a case beside its tasks. */
export type CaseActKind =
  | ClockActKind
  | HandOverKind
  | OpinionKind
  | MutualActKind
  | ExitKind
  | 'urge'
  | 'withdraw'
  | 'reopen'
  | 'reverse'
  | 'rate'
  | 'historic'
  | DataActKind;

/** What a dialog has asked for; each act takes what it needs. */
export interface CaseActAnswers {
  readonly opinion: string;
  /** Of a suspension, of a refusal. */
  readonly reason?: string;
  /** Working days, of an extension, a helper, an order. */
  readonly days?: number | null;
  /** Of a return. */
  readonly legalBasis?: string;
  readonly evidence?: string;
  /** Id of a unit. */
  readonly unit?: string;
  /** Ids of units, of those asked for their opinion. */
  readonly units?: readonly string[];
  /** Of a mediation: a group of the unit, or people, and the names of the parties. */
  readonly group?: string;
  readonly parties?: readonly string[];
  /** Id of an account, of a transfer. */
  readonly person?: string;
  /** Of an order. */
  readonly trigger?: string;
  /** Code of the case that goes on, of a merger. */
  readonly into?: string;
  /** Of a long-standing matter: a year or a day. */
  readonly since?: string;
  /** It is no long-standing matter. */
  readonly unmark?: boolean;
  /** Of an offer to volunteers. */
  readonly skill?: string;
  readonly term?: { readonly amount?: number | null; readonly unit: 'hours' | 'days' };
  /** Of a rating, 5 is best. */
  readonly grade?: number;
  /** Of a rating: whether the resident says that the matter is settled. */
  readonly solved?: boolean;
}

/** An act as it is sent. */
export interface CaseActRequest {
  readonly caseId: string;
  readonly kind: CaseActKind;
  readonly task: string;
  readonly answers: CaseActAnswers;
}

/** Does an act. */
export function useCaseAct(): UseMutationResult<{ tasks: TaskRef[] }, Error, CaseActRequest> {
  return useAct(send, { onSuccess: startRefresh });
}

const lasting = { staleTime: 300_000, refetchOnWindowFocus: false };

/** Reasons for which a clock may stand. */
export function usePauseReasons(enabled: boolean): UseQueryResult<{ code: string; name: string; capDays: number }[]> {
  return useQuery({
    queryKey: ['pause-reasons'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/pause-reasons', { signal })),
    enabled,
    ...lasting,
  });
}

/** Reasons to leave a case out of adjusted rates. */
export function useExclusionReasons(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['exclusion-reasons'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/exclusion-reasons', { signal })),
    ...lasting,
  });
}

/** Reasons not to handle a request here. */
export function useIntakeExits(): UseQueryResult<{ code: string; name: string; told: string }[]> {
  return useQuery({
    queryKey: ['intake-exits'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/intake-exits', { signal })),
    ...lasting,
  });
}

/** Reasons for which a supervision order may be given. */
export function useSupervisionTriggers(enabled: boolean): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['supervision-triggers'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/supervision-triggers', { signal })),
    enabled,
    ...lasting,
  });
}

/** To whom one or another of several tasks can be handed, each person once. */
export function useColleaguesOfAny(taskIds: readonly string[]): {
  readonly people: readonly { id: string; name: string; post: string }[];
  readonly isPending: boolean;
} {
  return useQueries({
    queries: taskIds.map(colleaguesOf),
    combine: (answers) => ({
      people: [...new Map(answers.flatMap(({ data }) => data ?? []).map((person) => [person.id, person])).values()],
      isPending: answers.some(({ isPending }) => isPending),
    }),
  });
}

/** To which units one or another of several tasks can be handed, each unit once. */
export function useHandOverUnitsOfAny(taskIds: readonly string[]): { readonly units: readonly HandOverUnit[] } {
  return useQueries({
    queries: taskIds.map((id) => ({
      queryKey: ['hand-over-units', id],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        unwrap(client.GET('/api/v1/tasks/{id}/hand-over-units', { params: { path: { id } }, signal })),
    })),
    combine: (answers) => ({
      units: [...new Map(answers.flatMap(({ data }) => data ?? []).map((unit) => [unit.id, unit])).values()],
    }),
  });
}

function colleaguesOf(taskId: string) {
  return queryOptions({
    queryKey: ['colleagues', taskId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/tasks/{id}/colleagues', { params: { path: { id: taskId } }, signal })),
  });
}

async function send({ caseId, kind, task, answers }: CaseActRequest, once: Once): Promise<{ tasks: TaskRef[] }> {
  const at = { ...once, params: { path: { id: caseId } } };
  const { opinion, legalBasis = '', evidence = '', unit = '', person, trigger = '' } = answers;
  const days = answers.days ?? undefined;
  if (isOpinion(kind)) return await sendOpinion(kind, at, { ...answers, task });
  switch (kind) {
    case 'mutual':
    case 'recall':
      return await sendMutualAct(kind, { caseId, task, answers }, once);
    case 'suspend':
    case 'resume':
    case 'extend':
      return await sendClockAct(kind, at, { ...answers, task });
    case 'decline':
    case 'merge':
    case 'separate':
    case 'exclude':
    case 'recuse':
      return await sendExit(kind, at, { ...answers, task });
    case 'return': {
      const body = { legalBasis, evidence, suggestedUnit: unit, opinion, task };
      return await unwrap(client.POST('/api/v1/cases/{id}/return', { ...at, body }));
    }
    case 'transfer': {
      const to = person === undefined ? { unit } : { person };
      const body = { ...to, opinion, task };
      return await unwrap(client.POST('/api/v1/cases/{id}/transfer', { ...at, body }));
    }
    case 'assist': {
      const body = { unit, ...(days !== undefined && { days }), opinion, task };
      return await unwrap(client.POST('/api/v1/cases/{id}/assist', { ...at, body }));
    }
    case 'supervise': {
      const body = { ...(unit !== '' && { unit }), trigger, days: days ?? 5, opinion };
      return await unwrap(client.POST('/api/v1/cases/{id}/supervise', { ...at, body }));
    }
    case 'copy':
      return await unwrap(client.POST('/api/v1/cases/{id}/copy', { ...at, body: { unit, opinion } }));
    case 'rate': {
      const { grade = 0, solved } = answers;
      const body = { grade, ...(solved !== undefined && { solved }), ...(opinion !== '' && { opinion }) };
      return await unwrap(client.POST('/api/v1/cases/{id}/rate', { ...at, body }));
    }
    case 'historic':
      return await sendMark(at, answers);
    case 'hold':
    case 'letGo':
      return await sendHold(at, { hold: kind === 'hold', reason: opinion });
    case 'urge':
    case 'withdraw':
    case 'reverse':
    case 'reopen':
      return await unwrap(client.POST(`/api/v1/cases/{id}/${kind}`, { ...at, body: { opinion } }));
  }
}

async function sendMutualAct(
  kind: MutualActKind,
  { caseId, task, answers }: Omit<CaseActRequest, 'kind'>,
  once: Once,
): Promise<{ tasks: TaskRef[] }> {
  const { opinion, skill, term } = answers;
  if (kind === 'recall') return await recallCase(caseId, { opinion, task }, once);
  const given = typeof term?.amount === 'number' ? { term: { amount: term.amount, unit: term.unit } } : {};
  return await offerCase(caseId, { note: opinion, ...(skill !== undefined && { skill }), ...given, task }, once);
}

function isOpinion(kind: CaseActKind): kind is OpinionKind {
  return kind === 'countersign' || kind === 'consult' || kind === 'mediate';
}

interface At extends Once {
  readonly params: { readonly path: { readonly id: string } };
}

async function sendClockAct(
  kind: ClockActKind,
  at: At,
  { opinion, reason = '', days, task }: CaseActAnswers & { readonly task: string },
): Promise<{ tasks: TaskRef[] }> {
  switch (kind) {
    case 'suspend':
      return await unwrap(client.POST('/api/v1/cases/{id}/suspend', { ...at, body: { reason, opinion, task } }));
    case 'resume':
      return await unwrap(client.POST('/api/v1/cases/{id}/resume', { ...at, body: { opinion, task } }));
    case 'extend':
      return await unwrap(
        client.POST('/api/v1/cases/{id}/extend', { ...at, body: { days: days ?? 0, opinion, task } }),
      );
  }
}

async function sendExit(
  kind: ExitKind,
  at: At,
  { opinion, reason = '', into = '', task }: CaseActAnswers & { readonly task: string },
): Promise<{ tasks: TaskRef[] }> {
  switch (kind) {
    case 'decline':
      return await unwrap(client.POST('/api/v1/cases/{id}/decline', { ...at, body: { reason, opinion, task } }));
    case 'merge':
      return await unwrap(client.POST('/api/v1/cases/{id}/merge', { ...at, body: { into, opinion, task } }));
    case 'separate':
      return await unwrap(client.POST('/api/v1/cases/{id}/separate', { ...at, body: { opinion } }));
    case 'exclude':
      await unwrap(client.POST('/api/v1/cases/{id}/exclude', { ...at, body: { reason, opinion } }));
      return { tasks: [] };
    case 'recuse':
      await unwrap(client.POST('/api/v1/cases/{id}/recuse', { ...at, body: { opinion } }));
      return { tasks: [] };
  }
}

async function sendOpinion(
  kind: OpinionKind,
  at: At,
  { units = [], unit = '', group, parties = [], days, opinion, task }: CaseActAnswers & { readonly task: string },
): Promise<{ tasks: TaskRef[] }> {
  const within = { ...(typeof days === 'number' && { days }), opinion, task };
  if (kind === 'mediate') {
    const body = { unit, ...(group?.trim() && { group: group.trim() }), parties: [...parties], ...within };
    return await unwrap(client.POST('/api/v1/cases/{id}/mediate', { ...at, body }));
  }
  const body = { units: [...units], ...within };
  return await unwrap(client.POST(`/api/v1/cases/{id}/${kind}`, { ...at, body }));
}

async function sendMark(at: At, { since = '', unmark, opinion }: CaseActAnswers): Promise<{ tasks: TaskRef[] }> {
  const body = { since: unmark ? null : since.trim(), opinion };
  return await unwrap(client.POST('/api/v1/cases/{id}/historic', { ...at, body }));
}

async function sendHold(at: At, body: { hold: boolean; reason: string }): Promise<{ tasks: TaskRef[] }> {
  await unwrap(client.POST('/api/v1/cases/{id}/legal-hold', { ...at, body }));
  return { tasks: [] };
}
