import { App, Switch } from 'antd';
import type { ReactElement } from 'react';
import type { PreferenceChange } from '../../api/model.js';
import { useChangePreferences, usePreferences } from '../../api/preferences.js';
import { LanguageChoice } from '../../components/language-choice.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { problemText } from '../../format/problem-text.js';
import { usePhone } from '../../hooks/use-media.js';
import { KeyTable } from '../../keys/key-table.js';
import { messages } from '../../messages/messages.js';
import { FactorPart } from '../account/factor-part.js';
import { PasskeysPart } from '../account/passkeys-part.js';
import { PasswordPart } from '../account/password-part.js';
import { SessionsPart } from '../account/sessions-part.js';
import { TokensPart } from '../account/tokens-part.js';
import styles from './settings-page.module.css';

const words = messages.desk.settings;

/** How this person wants their desk, and keeps their account safe. */
export function SettingsPage(): ReactElement {
  const { message } = App.useApp();
  const preferences = usePreferences();
  const change = useChangePreferences();
  const phone = usePhone();
  const set = (next: PreferenceChange) =>
    change.mutate(next, { onError: (error) => void message.error(problemText(error)) });
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <div className={`sheet ${styles['choices']}`}>
        <div className={`${styles['choice']} ${styles['language']}`}>
          <span id="language">{messages.look.language}</span>
          <LanguageChoice labelledBy="language" />
        </div>
      </div>
      {preferences ? (
        <>
          <div className={`sheet ${styles['choices']}`}>
            <Choice
              id="open-next"
              label={words.openNext}
              hint={words.openNextHint}
              checked={preferences.completing.openNext}
              onChange={(openNext) => set({ completing: { openNext } })}
            />
            <Choice
              id="keyboard"
              label={words.keyboard}
              hint={words.keyboardHint}
              checked={preferences.keyboard.enabled}
              onChange={(enabled) => set({ keyboard: { enabled } })}
            />
          </div>
          <PasswordPart />
          <FactorPart />
          <PasskeysPart />
          <SessionsPart />
          <TokensPart />
          {!phone && (
            <section className={`sheet ${styles['keys']}`} aria-label={messages.desk.keys.title}>
              <h2 className={styles['heading']}>{messages.desk.keys.title}</h2>
              <KeyTable />
            </section>
          )}
        </>
      ) : (
        <Loading lines={8} />
      )}
    </>
  );
}

function Choice(props: {
  id: string;
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}): ReactElement {
  const { id, label, hint, checked, onChange } = props;
  return (
    <div className={styles['choice']}>
      <Switch id={id} checked={checked} aria-describedby={`${id}-hint`} onChange={onChange} />
      <div>
        <label htmlFor={id}>{label}</label>
        <p id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </p>
      </div>
    </div>
  );
}
