import type { ReactElement, ReactNode } from 'react';
import { messages } from '../messages/messages.js';
import styles from './page-header.module.css';

/**
 * The title of a page, in the window's title too, with what can be done on it; `tabbed` where a phone's tabs already
 * say it. A hint tells what the page is for and is left out where room is short; `facts` are known nowhere else on it.
 */
export function PageHeader(props: {
  title: string;
  hint?: string;
  facts?: string;
  tabbed?: boolean;
  children?: ReactNode;
}): ReactElement {
  return (
    <header className={styles['header']}>
      <title>{`${props.title} · ${messages.product.name}`}</title>
      <h1 className={`${styles['title']} ${props.tabbed ? styles['tabbed'] : ''}`}>{props.title}</h1>
      {props.hint && <p className={styles['hint']}>{props.hint}</p>}
      {props.facts && <p className={styles['facts']}>{props.facts}</p>}
      {props.children && <div className={styles['acts']}>{props.children}</div>}
    </header>
  );
}
