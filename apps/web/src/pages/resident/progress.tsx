import type { ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { spokenTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './progress.module.css';

const words = messages.resident;

/** Where the request stands, in plain words. */
export function Progress({ of: it }: { of: PublicCase }): ReactElement {
  return (
    <section className={`sheet ${styles['progress']}`}>
      <p className={styles['state']}>{messages.state[it.state]}</p>
      <h2 className={styles['title']}>{it.title}</h2>
      {it.dueAt && it.state === 'open' && <p>{words.dueAt(spokenTime(it.dueAt))}</p>}
      {it.reply && (
        <>
          <h3 className={styles['heading']}>{words.reply}</h3>
          <p className={styles['reply']}>{it.reply}</p>
        </>
      )}
      <h3 className={styles['heading']}>{words.steps}</h3>
      <ol>
        {it.steps.map((step, index) => (
          <li key={`${index}-${step.name}`} className={styles['step']}>
            <p>{step.name}</p>
            {step.at && <p className={styles['at']}>{spokenTime(step.at)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
