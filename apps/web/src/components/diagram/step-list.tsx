import type { ReactElement } from 'react';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import type { StepLine } from './element-states.js';
import styles from './step-list.module.css';

const words = messages.diagram;

/** The same as the picture in words, for keyboards, screen readers and small windows. */
export function StepList({ steps }: { steps: readonly StepLine[] }): ReactElement {
  return (
    <section className={styles['steps']}>
      <h2 className={styles['heading']}>{words.steps}</h2>
      <ul>
        {steps.map(({ id, name, state }) => (
          <li key={id} className={styles['step']}>
            <span className={`${styles['state']} ${styles[state.state]}`}>{words[state.state]}</span>
            <span className={styles['name']}>{name ?? words.unnamed}</span>
            <span className={styles['fact']}>{state.who}</span>
            <span className={styles['fact']}>{state.at && shortTime(state.at)}</span>
            <span className={styles['fact']}>{state.dueAt && `${words.dueAt} ${shortTime(state.dueAt)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
