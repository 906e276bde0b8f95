import type { ReactElement } from 'react';
import type { SettledStatistics } from '../../api/model.js';
import { useStatisticsSettings } from '../../api/statistics.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { SettingsForm } from './settings-form.js';
import styles from './statistics-settings-page.module.css';

const words = pageWords.statisticsSettings;

/** By what statistics are counted, and who decided it when on what grounds. */
export function StatisticsSettingsPage(): ReactElement {
  const settings = useStatisticsSettings();
  const [latest] = settings.data ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      {settings.isPending && <Loading />}
      {settings.isError && !settings.data && <Failure error={settings.error} onRetry={() => void settings.refetch()} />}
      {latest && <SettingsForm key={latest.version} latest={latest} />}
      {settings.data && <DecisionList decisions={settings.data} />}
    </>
  );
}

function DecisionList({ decisions }: { decisions: readonly SettledStatistics[] }): ReactElement {
  return (
    <section className={styles['decisions']}>
      <h2 className={styles['title']}>{words.decisions}</h2>
      <ul className={`sheet ${styles['list']}`} aria-label={words.decisions}>
        {decisions.map(({ at, by, note }) => (
          <li key={`${at} ${note}`}>
            {by === '' ? words.installed : `${longTime(at)} ${by}${messages.marks.colon}${note}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
