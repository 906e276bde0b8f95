import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { LeavingPreview, NewDeparture, NewGrant, NewPerson, NewPlace, Person, Role } from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

/** Whom to look for. */
export interface PeopleFilter {
  readonly q: string;
  readonly unit: string | undefined;
  readonly state: 'open' | 'closed' | undefined;
}

/** The people of the district, page after page. */
export function usePeople({ q, unit, state }: PeopleFilter): Pages<{ items: Person[]; next: string | null }> {
  return usePages(['people', { q, unit, state }], (at, signal) => {
    const found = { ...(q && { q }), ...(unit && { unit }), ...(state && { state }) };
    const query = { limit: 30, ...found, ...at };
    return unwrap(client.GET('/api/v1/people', { params: { query }, signal }));
  });
}

/** Roles that can be given. */
export function useRoles(): UseQueryResult<Role[]> {
  return useQuery({
    queryKey: ['roles'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/roles', { signal })),
  });
}

/** What would become of the tasks of somebody who leaves. */
export function useLeavingPreview(id: string): UseQueryResult<LeavingPreview> {
  return useQuery({
    queryKey: ['leaving', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/people/{id}/departure', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

/** What administrators do with a person. */
export type PersonAct =
  | { readonly act: 'place'; readonly place: NewPlace }
  | { readonly act: 'end-place'; readonly unit: string }
  | { readonly act: 'grant'; readonly grant: NewGrant }
  | { readonly act: 'end-grant'; readonly role: string; readonly unit: string }
  | { readonly act: 'leave'; readonly departure: NewDeparture }
  | { readonly act: 'stay' }
  | { readonly act: 'reset-password'; readonly password: string }
  | { readonly act: 'sign-in-by'; readonly by: Person['signsInBy'] }
  | { readonly act: 'reset-factor' }
  | { readonly act: 'end-sessions' };

/** Does one of them. */
export function usePersonAct(id: string): UseMutationResult<unknown, Error, PersonAct> {
  return useChange((act, once) => send(id, act, once));
}

/** Opens an account. */
export function useOpenAccount(): UseMutationResult<unknown, Error, NewPerson> {
  return useChange((body, once) => unwrap(client.POST('/api/v1/people', { body, ...once })));
}

async function send(id: string, act: PersonAct, once: Once): Promise<unknown> {
  const path = { id };
  switch (act.act) {
    case 'place':
      return await unwrap(client.POST('/api/v1/people/{id}/places', { params: { path }, body: act.place, ...once }));
    case 'end-place':
      return await unwrap(
        client.DELETE('/api/v1/people/{id}/places/{unit}', { params: { path: { id, unit: act.unit } } }),
      );
    case 'grant':
      return await unwrap(client.POST('/api/v1/people/{id}/grants', { params: { path }, body: act.grant, ...once }));
    case 'end-grant': {
      const { role, unit } = act;
      return await unwrap(
        client.DELETE('/api/v1/people/{id}/grants/{role}/{unit}', { params: { path: { id, role, unit } } }),
      );
    }
    case 'leave':
      return await unwrap(
        client.POST('/api/v1/people/{id}/departure', { params: { path }, body: act.departure, ...once }),
      );
    case 'reset-password':
      return await unwrap(
        client.PUT('/api/v1/people/{id}/password', { params: { path }, body: { password: act.password } }),
      );
    case 'sign-in-by':
      return await unwrap(client.PUT('/api/v1/people/{id}/sign-in', { params: { path }, body: { by: act.by } }));
    case 'reset-factor':
      return await unwrap(client.DELETE('/api/v1/people/{id}/second-factor', { params: { path } }));
    case 'end-sessions':
      return await unwrap(client.DELETE('/api/v1/people/{id}/sessions', { params: { path } }));
    case 'stay':
      return await unwrap(client.DELETE('/api/v1/people/{id}/departure', { params: { path } }));
  }
}

/** Everything that shows people is looked up anew. */
function useChange<T>(send: (given: T, once: Once) => Promise<unknown>): UseMutationResult<unknown, Error, T> {
  return useAct(send, {
    onSuccess: () => lookUpAnew('people', 'people-of-unit', 'leaving'),
  });
}
