import { lazy, Suspense, useEffect, useRef, type ReactElement } from 'react';
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { useLiveUpdates } from '../../api/live.js';
import { useKeyboard } from '../../keys/use-keyboard.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { ErrorBoundary } from '../error-boundary.js';
import { Loading } from '../loading.js';
import { BottomBar } from './bottom-bar.js';
import { ConnectionBar } from './connection-bar.js';
import { SideMenu } from './side-menu.js';
import { TopBar } from './top-bar.js';
import styles from './shell.module.css';

// Looked at seldom, so not part of what everybody waits for.
const KeyHelp = lazy(async () => ({ default: (await import('../../keys/key-help.js')).KeyHelp }));

const Watermark = lazy(async () => ({ default: (await import('./watermark.js')).Watermark }));

/** Pages that show cases, or who they are of. */
const marked = /^\/(?:$|inbox|cases|joint-meetings|whistles|receptions|supervisions|mutual-aid|map|statistics$)/u;

/** The frame around every page for staff: bar on top, menu at the side, or at the foot of a phone. */
export function Shell(): ReactElement {
  const phone = usePhone();
  const { pathname } = useLocation();
  const main = useNewPageFocus(pathname);
  useLiveUpdates();
  const { helps, endHelp } = useKeyboard();
  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#main">
        {messages.product.skip}
      </a>
      <TopBar />
      {!phone && (
        <nav className={styles['side']} aria-label={messages.menu.label}>
          <SideMenu />
        </nav>
      )}
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <ConnectionBar />
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      {phone && <BottomBar />}
      {marked.test(pathname) && (
        <Suspense>
          <Watermark key={pathname} />
        </Suspense>
      )}
      {helps && (
        <Suspense>
          <KeyHelp onClose={endHelp} />
        </Suspense>
      )}
    </div>
  );
}

/** After a step to another page, reading starts at its top, for eyes and for screen readers. */
function useNewPageFocus(pathname: string) {
  const main = useRef<HTMLElement>(null);
  const seen = useRef(pathname);
  const navigation = useNavigationType();
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    if (navigation !== NavigationType.Pop) window.scrollTo(0, 0);
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname, navigation]);
  return main;
}
