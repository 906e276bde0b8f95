import type { ReactElement, ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { sessionEnd, useSession } from '../api/session.js';
import { Failure } from './failure.js';
import { Loading } from './loading.js';

/** Shows the page to a signed-in user; sends anybody else to sign in and, after that, back here. */
export function RequireSession({ children }: { children: ReactNode }): ReactNode {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <ToSignIn />;
  return children;
}

function ToSignIn(): ReactElement {
  const { pathname, search } = useLocation();
  const next =
    pathname === '/' || sessionEnd() === 'signed-out' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}
