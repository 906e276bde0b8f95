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
      {it.text !== null && <p className={styles['reply']}>{it.text}</p>}
      {it.files.length > 0 && <p>{words.sent(it.files.join(messages.marks.list))}</p>}
      {it.dueAt && it.state === 'open' && <p>{words.dueAt(spokenTime(it.dueAt))}</p>}
      {it.calledBack && <p>{words.calledBack}</p>}
      {it.reply && (
        <>
          <h3 className={styles['heading']}>{words.reply}</h3>
          <p className={styles['reply']}>{it.reply}</p>
        </>
      )}
      <Papers of={it} />
      <h3 className={styles['heading']}>{words.steps}</h3>
      <ol>
        {it.steps.map((step, index) => (
          <li key={`${index}-${step.name}`} className={styles['step']}>
            <p>{messages.said.publicStep(step)}</p>
            {step.at && <p className={styles['at']}>{spokenTime(step.at)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the resident still has to bring, has brought, and is done for them. */
function Papers({ of: { asked, papers, errand } }: { of: PublicCase }): ReactElement {
  return (
    <>
      {asked && (
        <>
          <h3 className={styles['heading']}>{words.asked}</h3>
          <ul>
            {asked.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          {asked.text && <p>{asked.text}</p>}
        </>
      )}
      {papers.length > 0 && (
        <>
          <h3 className={styles['heading']}>{words.papers}</h3>
          <ul>
            {papers.map(({ name, receivedAt, returnedAt }) => (
              <li key={`${receivedAt}-${name}`}>{words.paper(name, returnedAt !== null)}</li>
            ))}
          </ul>
        </>
      )}
      {errand && (
        <>
          <h3 className={styles['heading']}>{words.errand(errand.unit ?? '')}</h3>
          <p>{errand.mandate}</p>
        </>
      )}
    </>
  );
}
