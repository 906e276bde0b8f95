import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMe, useSignOut } from '../../api/session.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { NoticeBell } from './notice-bell.js';
import { PersonMenu } from './person-menu.js';
import { Seal } from './seal.js';
import styles from './top-bar.module.css';

/** Whose desk this is, and the way out. */
export function TopBar(): ReactElement {
  const me = useMe();
  const phone = usePhone();
  const unit = me.units[0]?.name;
  return (
    <header className={styles['bar']}>
      <Link to="/" className={styles['brand']}>
        <Seal />
        <span className={styles['name']}>{messages.product.line}</span>
      </Link>
      {unit && <span className={styles['unit']}>{unit}</span>}
      <span className={styles['user']}>{phone ? me.name : <PersonMenu />}</span>
      <NoticeBell />
      {!phone && <SignOutButton />}
    </header>
  );
}

function SignOutButton(): ReactElement {
  const signOut = useSignOut();
  return (
    <Button size="small" ghost loading={signOut.isPending} onClick={() => signOut.mutate()}>
      {messages.menu.signOut}
    </Button>
  );
}
