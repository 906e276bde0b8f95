import type { ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './phrase-buttons.module.css';

const words = messages.opinion;

/** Sentences that are written every day, one press each. */
export function PhraseButtons(props: { outcomeId: string; onPick: (phrase: string) => void }): ReactElement {
  return (
    <div className={styles['phrases']} role="group" aria-label={words.phrases}>
      <span className={styles['label']}>{words.phrases}</span>
      {phrasesFor(props.outcomeId).map((phrase) => (
        <button key={phrase} type="button" className={styles['phrase']} onClick={() => props.onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  );
}

function phrasesFor(outcomeId: string): readonly string[] {
  const { escalate, return: giveBack, default: common } = words.phrase;
  if (/escalate|up/.test(outcomeId)) return escalate;
  if (/return|reject/.test(outcomeId)) return giveBack;
  return common;
}
