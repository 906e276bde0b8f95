import { Alert, Button, Progress } from 'antd';
import type { ReactElement } from 'react';
import { useAuditCheck, type CheckState } from '../../api/audit.js';
import { Failure } from '../../components/failure.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './audit.module.css';

const words = pageWords.audit;

/** Recomputes the whole trail while one watches. */
export function AuditCheckTab(): ReactElement {
  const { state, start, stop } = useAuditCheck();
  return (
    <section className={`sheet ${styles['sheet']}`}>
      <p>{words.checkHint}</p>
      {state?.running ? (
        <Button onClick={stop}>{words.stop}</Button>
      ) : (
        <Button type="primary" onClick={start}>
          {words.check}
        </Button>
      )}
      {state && <Course state={state} onAgain={start} />}
    </section>
  );
}

function Course({ state, onAgain }: { state: CheckState; onAgain: () => void }): ReactElement {
  const { checked, total, broken, running, error } = state;
  const percent = total === 0 ? 100 : Math.floor((checked / total) * 100);
  const ended = !running && error === null && (checked >= total || broken.length > 0);
  return (
    <>
      <Progress percent={percent} aria-label={words.check} status={broken.length > 0 ? 'exception' : 'normal'} />
      <p role="status">{words.progress(checked, total)}</p>
      {error && <Failure error={error} onRetry={onAgain} />}
      {ended && broken.length === 0 && <Alert type="success" showIcon title={words.whole(checked)} />}
      {broken.length > 0 && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={words.broken(broken.length)}
          description={
            <ul>
              {broken.map(({ stream, seq, reason }) => (
                <li key={stream}>{messages.marks.aside(words.brokenAt(stream, seq), reason)}</li>
              ))}
            </ul>
          }
        />
      )}
    </>
  );
}
