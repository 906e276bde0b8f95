import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './seal.module.css';

/** The product's mark: its name cut like a seal. */
export function Seal({ size = 30 }: { size?: number }): ReactElement {
  const [first, second] = messages.product.name;
  return (
    <span className={styles['seal']} style={{ width: size, height: size, fontSize: size * 0.4 }} aria-hidden="true">
      <span>{first}</span>
      <span>{second}</span>
    </span>
  );
}
