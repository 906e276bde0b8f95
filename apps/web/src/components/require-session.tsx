import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { sessionEnd, useSession } from '../api/session.js';
import { speakOfPages } from '../messages/page-words.js';
import { Failure } from './failure.js';
import { Loading } from './loading.js';

// Few ever see it.
const DuePage = lazy(async () => {
  await speakOfPages();
  return { default: (await import('../pages/account/due-page.js')).DuePage };
});

/**
 * Shows the page to a signed-in user who has nothing to set right first; sends anybody else to sign in and, after that,
 * back here.
 */
export function RequireSession({ children }: { children: ReactNode }): ReactNode {
  const session = useSession();
  if (session.isPending) return <Loading />;
  if (session.isError) return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  if (!session.data) return <ToSignIn />;
  if (session.data.me.due.length > 0)
    return (
      <Suspense fallback={<Loading />}>
        <DuePage />
      </Suspense>
    );
  return children;
}

function ToSignIn(): ReactElement {
  const { pathname, search } = useLocation();
  const next =
    pathname === '/' || sessionEnd() === 'signed-out' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return <Navigate to={`/sign-in${next}`} replace />;
}
