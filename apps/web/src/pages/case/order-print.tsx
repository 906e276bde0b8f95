import type { ReactElement } from 'react';
import { Seal } from '../../components/shell/seal.js';
import { messages } from '../../messages/messages.js';
import styles from './order-print.module.css';

const words = messages.print;

/** The head of a printed case; on the screen the page has one of its own. */
export function OrderHead(): ReactElement {
  return (
    <p className={styles['head']}>
      <Seal size={44} />
      <strong>{words.order}</strong>
      <span>{messages.product.line}</span>
    </p>
  );
}

/** Where a printed case is signed. */
export function OrderFoot(): ReactElement {
  return (
    <p className={styles['foot']}>
      <span>{words.signed}</span>
      <span>{words.reviewed}</span>
      <span>{words.date}</span>
    </p>
  );
}
