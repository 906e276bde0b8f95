import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { browserDrafts } from '../studio/browser-draft.js';
import styles from './home.module.css';

const words = messages.home;

/** Diagrams that were changed in this browser and not deployed yet. */
export function LocalDrafts(): ReactElement {
  const drafts = browserDrafts();
  return (
    <section className={`sheet ${styles['box']}`} aria-labelledby="home-drafts">
      <h2 id="home-drafts" className={styles['heading']}>
        {words.draftsHere}
      </h2>
      {drafts.length === 0 && <p>{words.noDrafts}</p>}
      <ul className={styles['lines']}>
        {drafts.map(({ key, at }) => (
          <li key={key}>
            <Link to={`/workflows/${encodeURIComponent(key)}/edit`}>{words.draftOf(key, shortTime(at))}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
