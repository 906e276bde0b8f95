import type { ReactElement } from 'react';
import { chooseLanguage, languages } from '../messages/language.js';
import { language, messages } from '../messages/messages.js';
import styles from './language-links.module.css';

/** The other languages, each named in itself, where nobody is signed in. */
export function LanguageLinks(): ReactElement {
  return (
    <>
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button
            key={other}
            type="button"
            lang={other}
            className={styles['link']}
            onClick={() => chooseLanguage(other)}
          >
            {messages.look.languages[other]}
          </button>
        ))}
    </>
  );
}
