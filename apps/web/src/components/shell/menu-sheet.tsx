import { Button } from 'antd';
import { lazy, Suspense, type ReactElement, type RefObject } from 'react';
import { Link } from 'react-router';
import { useMe, useSignOut } from '../../api/session.js';
import { messages } from '../../messages/messages.js';
import { SideMenu } from './side-menu.js';
import styles from './menu-sheet.module.css';

// Opened seldom, so not part of what everybody waits for.
const LookSettings = lazy(async () => ({ default: (await import('./look-settings.js')).LookSettings }));

/** The whole menu on a phone, with whose desk this is and the way out. */
export function MenuSheet({ ref }: { ref: RefObject<HTMLDialogElement | null> }): ReactElement {
  const me = useMe();
  const signOut = useSignOut();
  const close = () => ref.current?.close();
  return (
    <dialog
      ref={ref}
      className={styles['sheet']}
      aria-label={messages.menu.label}
      onClick={(event) => event.target === ref.current && close()}
    >
      <div className={styles['person']}>
        <div>
          <strong>{me.name}</strong>
          <p className={styles['role']}>
            {me.roles.map(({ name }) => messages.said.role(name)).join(messages.marks.list)}
          </p>
          <p className={styles['role']}>{me.units.map((unit) => unit.name).join(messages.marks.list)}</p>
        </div>
        <Button type="text" aria-label={messages.menu.close} onClick={close}>
          ✕
        </Button>
      </div>
      <nav aria-label={messages.menu.label}>
        <SideMenu onChoose={close} />
      </nav>
      <section className={styles['look']} aria-label={messages.look.settings}>
        <Suspense>
          <LookSettings />
        </Suspense>
      </section>
      <Link to="/settings" className={styles['settings']} onClick={close}>
        {messages.desk.settings.title}
      </Link>
      <Button block loading={signOut.isPending} onClick={() => signOut.mutate()} className={styles['out'] ?? ''}>
        {messages.menu.signOut}
      </Button>
    </dialog>
  );
}
