import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/session.js';
import { useWorkflowDrafts } from '../../api/workflow-drafts.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { browserDrafts } from '../studio/drafts/browser-draft.js';
import styles from './home.module.css';

const words = messages.home;

/** Workflows that one has changed and not deployed yet: on the server, and in this browser only. */
export function OwnDrafts(): ReactElement {
  const found = useWorkflowDrafts(true);
  const saved = found.data ?? [];
  const onServer = new Set(saved.map(({ key }) => key));
  const onlyHere = browserDrafts(useMe().username).filter(({ key, synced }) => !synced && !onServer.has(key));
  const drafts = [...saved.map(({ key, name, savedAt }) => ({ key, name, at: savedAt })), ...onlyHere];
  return (
    <section className={`sheet ${styles['box']}`} aria-labelledby="home-drafts">
      <h2 id="home-drafts" className={styles['heading']}>
        {words.draftsHere}
      </h2>
      {found.isPending && <Loading lines={3} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && drafts.length === 0 && <p>{words.noDrafts}</p>}
      <ul className={styles['lines']}>
        {drafts.map(({ key, name, at }) => (
          <li key={key}>
            <Link to={`/workflows/${encodeURIComponent(key)}/edit`}>{words.draftOf(name, shortTime(at))}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
