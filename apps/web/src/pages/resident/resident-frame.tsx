import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { LanguageLinks } from '../../components/language-links.js';
import { Seal } from '../../components/shell/seal.js';
import { messages } from '../../messages/messages.js';
import { ElderSwitch } from './elder-switch.js';
import styles from './resident-frame.module.css';

const words = messages.resident;

/** The frame of the resident's pages: large type, one thing at a time. */
export function ResidentFrame({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <div className={styles['page']}>
      <title>{`${title} · ${messages.product.name}`}</title>
      <header className={styles['top']}>
        <div className={styles['bar']}>
          <Link to="/public" className={styles['brand']}>
            <Seal size={40} />
            <span>{words.title}</span>
          </Link>
          <ElderSwitch />
        </div>
      </header>
      <main className={styles['main']}>
        <h1 className={styles['title']}>{title}</h1>
        {children}
      </main>
      <footer className={styles['foot']}>
        <a href="/sign-in">{words.staff}</a>
        <LanguageLinks />
      </footer>
    </div>
  );
}
