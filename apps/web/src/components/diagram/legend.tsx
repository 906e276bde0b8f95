import type { ReactElement } from 'react';
import type { ElementState } from '../../api/model.js';
import { messages } from '../../messages/messages.js';
import styles from './legend.module.css';

const order: readonly ElementState['state'][] = ['done', 'current', 'untouched', 'rejected'];

/** What the colours mean. */
export function Legend(): ReactElement {
  return (
    <ul className={styles['legend']} aria-label={messages.diagram.legend}>
      {order.map((state) => (
        <li key={state} className={styles[state]}>
          {messages.diagram[state]}
        </li>
      ))}
    </ul>
  );
}
