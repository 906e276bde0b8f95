import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { dropAllDrafts } from '../hooks/use-draft.js';
import { meetAccountLanguage } from './account-language.js';
import { client, onCsrfTokenStale, onSessionLost, setCsrfToken, unwrap } from './client.js';
import type { Credentials, Me, Session } from './model.js';
import { ApiProblem } from './problem.js';
import { queryClient } from './query-client.js';

const sessionKey = ['session'];
const hintKey = 'lianban.signed-in';

/** How a session came to its end. */
export type SessionEnding = 'expired' | 'signed-out' | 'elsewhere' | 'revoked';

let ended: SessionEnding | undefined;

// What is asked on the way out is refused after a sign-out; that is no expiry.
onSessionLost((code) => {
  if (queryClient.getQueryData(sessionKey) !== null) rememberSession(null, endingOf(code));
});
onCsrfTokenStale(() => void queryClient.invalidateQueries({ queryKey: sessionKey }));

/** How the last session of this window ended, if one did: sign-in explains an expiry and forgets the page after a sign-out. */
export function sessionEnd(): SessionEnding | undefined {
  return ended;
}

/** Who is signed in, or null. */
export function useSession(): UseQueryResult<Session | null> {
  return useQuery({ queryKey: sessionKey, queryFn: findSession, staleTime: Infinity, refetchOnWindowFocus: false });
}

/** The signed-in user; only inside pages that require a session. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error('useMe needs a signed-in session; wrap the page in RequireSession');
  return data.me;
}

/** Tells whether the signed-in user holds a permission. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

/** Opens a session with user name and password. */
export function useSignIn(): UseMutationResult<Session, Error, Credentials> {
  return useMutation({
    mutationFn: (body) => unwrap(client.POST('/api/v1/auth/session', { body })),
    onSuccess: beginSession,
  });
}

/** Goes on with a session that was just opened. */
export async function beginSession(session: Session): Promise<void> {
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
  setCsrfToken(session.csrfToken);
  localStorage.setItem(hintKey, '1'); // where the page is loaded anew in another language
  await meetAccountLanguage();
  rememberSession(session, undefined);
}

/** Asks anew who is signed in: what was to be set right first has been. */
export async function renewSession(): Promise<void> {
  await queryClient.refetchQueries({ queryKey: sessionKey });
}

/** Ends the session on the server and forgets everything that this tab knows. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  return useMutation({
    mutationFn: async () => {
      await unwrap(client.DELETE('/api/v1/auth/session'));
    },
    onSettled: () => {
      dropAllDrafts();
      rememberSession(null, 'signed-out');
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    },
  });
}

async function findSession(): Promise<Session | null> {
  // A first visit needs no question whose answer, 401, browsers report as an error.
  const firstVisit = !localStorage.getItem(hintKey) && ['/', '/sign-in'].includes(window.location.pathname);
  if (firstVisit) return null;
  try {
    const session = await unwrap(client.GET('/api/v1/auth/session'));
    setCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    rememberSession(null, localStorage.getItem(hintKey) ? endingOf(error.code) : undefined);
    return null;
  }
}

function endingOf(code: string): SessionEnding {
  if (code === 'session-signed-in-elsewhere') return 'elsewhere';
  return code.startsWith('session-ended-') ? 'revoked' : 'expired';
}

function rememberSession(session: Session | null, end: typeof ended): void {
  ended = end;
  setCsrfToken(session?.csrfToken);
  if (session) localStorage.setItem(hintKey, '1');
  else localStorage.removeItem(hintKey);
  queryClient.setQueryData(sessionKey, session);
}
