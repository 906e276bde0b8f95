import type { ReactElement } from 'react';
import { Seal } from '../../components/shell/seal.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './big-screen.module.css';

const words = pageWords.screen;

interface Props {
  readonly units: readonly string[];
  /** As of when the figures are. */
  readonly state: string;
  /** The connection is lost. */
  readonly lost: boolean;
}

/** Whose figures they are, and as of when. */
export function ScreenHead({ units, state, lost }: Props): ReactElement {
  return (
    <header className={styles['head']}>
      <Seal size={52} />
      <h1>{`${units.join(messages.marks.list)} ${words.heading}`}</h1>
      <p className={lost ? styles['lost'] : undefined}>{state}</p>
      <button
        type="button"
        className={styles['full']}
        onClick={() => void document.documentElement.requestFullscreen()}
      >
        {words.full}
      </button>
    </header>
  );
}
