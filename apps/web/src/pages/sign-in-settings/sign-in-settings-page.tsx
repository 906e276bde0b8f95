import type { ReactElement } from 'react';
import type { SettledSignIn } from '../../api/model.js';
import { useSignInSettings } from '../../api/sign-in-settings.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { SignInSettingsForm } from './sign-in-settings-form.js';
import styles from './sign-in-settings-page.module.css';

const words = pageWords.account.settings;

/** What sign-in asks of people, and who decided it when on what grounds. */
export function SignInSettingsPage(): ReactElement {
  const settings = useSignInSettings();
  return (
    <>
      <PageHeader title={messages.menu.signInSettings} hint={words.hint} />
      {settings.isPending && <Loading />}
      {settings.isError && !settings.data && <Failure error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <SignInSettingsForm key={settings.data.version} settled={settings.data} />}
      {settings.data && settings.data.decisions.length > 0 && <Decisions decisions={settings.data.decisions} />}
    </>
  );
}

function Decisions({ decisions }: Pick<SettledSignIn, 'decisions'>): ReactElement {
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.decisions}>
      <h2 className={styles['heading']}>{words.decisions}</h2>
      <ul className={styles['list']}>
        {decisions.map(({ at, by, note }) => (
          <li key={`${at} ${note}`}>{`${longTime(at)} ${by}${messages.marks.colon}${note}`}</li>
        ))}
      </ul>
    </section>
  );
}
