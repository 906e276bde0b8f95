import type { ReactElement } from 'react';
import type { Level } from '../../api/model.js';
import { messages } from '../../messages/messages.js';
import styles from './level-ladder.module.css';

const levels: readonly Level[] = ['station', 'street', 'department', 'joint-meeting', 'district'];

/** The way of a case upwards, as a picture for the front door. */
export function LevelLadder(): ReactElement {
  return (
    <ol className={styles['ladder']}>
      {levels.map((level) => (
        <li key={level} className={styles['level']}>
          {messages.level[level]}
        </li>
      ))}
    </ol>
  );
}
