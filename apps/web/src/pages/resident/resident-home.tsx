import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { messages } from '../../messages/messages.js';
import { ResidentFrame } from './resident-frame.js';
import styles from './resident-home.module.css';

const words = messages.resident;

/** The doors: ask for something, see how far it is, find a station, read what units pledge, book when they receive. */
export function ResidentHome(): ReactElement {
  return (
    <ResidentFrame title={words.line}>
      <ul className={styles['doors']}>
        <li className={styles['door']}>
          <Link to="/public/request">{words.file}</Link>
          <p>{words.fileHint}</p>
        </li>
        <li className={styles['door']}>
          <Link to="/public/progress">{words.track}</Link>
          <p>{words.trackHint}</p>
        </li>
        <li className={styles['door']}>
          <Link to="/stations">{messages.station.title}</Link>
          <p>{messages.station.door}</p>
        </li>
        <li className={styles['door']}>
          <Link to="/public/pledges">{messages.publicPledge.title}</Link>
          <p>{messages.publicPledge.door}</p>
        </li>
        <li className={styles['door']}>
          <Link to="/public/receptions">{messages.publicReception.title}</Link>
          <p>{messages.publicReception.door}</p>
        </li>
      </ul>
    </ResidentFrame>
  );
}
