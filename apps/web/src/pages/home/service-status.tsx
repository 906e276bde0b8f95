import type { ReactElement } from 'react';
import { useServiceTrouble } from '../../api/home.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './home.module.css';

const words = messages.home;

/** Whether the server can serve. */
export function ServiceStatus(): ReactElement {
  const trouble = useServiceTrouble();
  const bad = trouble.isError ? problemText(trouble.error) : trouble.data;
  return (
    <section className={`sheet ${styles['box']}`} aria-labelledby="home-service">
      <h2 id="home-service" className={styles['heading']}>
        {words.service}
      </h2>
      <p role="status" className={bad ? styles['bad'] : styles['good']}>
        {bad ? words.notReady(bad) : trouble.isPending ? messages.loading : words.ready}
      </p>
    </section>
  );
}
