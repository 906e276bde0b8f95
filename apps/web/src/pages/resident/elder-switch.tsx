import type { ReactElement } from 'react';
import { useChosenLook } from '../../hooks/use-look.js';
import { messages } from '../../messages/messages.js';
import styles from './elder-switch.module.css';

/** Larger letters and targets and stronger contrast on all pages for residents, remembered by this browser. */
export function ElderSwitch(): ReactElement {
  const [reading, setReading] = useChosenLook('reading');
  const elder = reading === 'elder';
  return (
    <button
      type="button"
      className={styles['switch']}
      aria-pressed={elder}
      onClick={() => setReading(elder ? 'standard' : 'elder')}
    >
      {messages.resident.elder}
    </button>
  );
}
