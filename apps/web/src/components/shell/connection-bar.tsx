import type { ReactElement } from 'react';
import { lastHeard } from '../../api/client.js';
import { useSilence } from '../../api/live.js';
import { shortTime } from '../../format/time.js';
import { useOnline } from '../../hooks/use-online.js';
import { messages } from '../../messages/messages.js';
import styles from './connection-bar.module.css';

const words = messages.connection;

/** Says that what is on the page is old while nothing new can come, and since when. */
export function ConnectionBar(): ReactElement {
  const online = useOnline();
  const silent = useSilence();
  const broken = !online || silent;
  return (
    <div role="status">
      {broken && (
        <p className={styles['bar']}>
          <strong>{online ? words.silent : words.offline}</strong>
          <span className="number">{words.heard(shortTime(new Date(lastHeard()).toISOString()))}</span>
          {!online && <span>{words.again}</span>}
        </p>
      )}
    </div>
  );
}
