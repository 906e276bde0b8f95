import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './phrase-buttons.module.css';

const words = messages.opinion;

/** Sentences that are written every day, one press each. */
export function PhraseButtons(props: { outcomeId: string; onPick: (phrase: string) => void }): ReactElement {
  return (
    <div className={styles['phrases']} role="group" aria-label={words.phrases}>
      <span className={styles['label']}>{words.phrases}</span>
      {(words.phraseFor[props.outcomeId] ?? words.phrase).map((phrase) => (
        <button key={phrase} type="button" className={styles['phrase']} onClick={() => props.onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  );
}
