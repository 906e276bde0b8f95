import type { ReactElement } from 'react';
import { useLocation } from 'react-router';
import { ApiProblem } from '../../api/problem.js';
import { useScreen } from '../../api/screens.js';
import { Loading } from '../../components/loading.js';
import { percentText } from '../../format/percent.js';
import { problemText } from '../../format/problem-text.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './big-screen.module.css';
import { ScreenHead } from './screen-head.js';
import { ScreenLevels, ScreenUnits, ScreenWeak } from './screen-lists.js';
import { ScreenMap } from './screen-map.js';
import { ScreenTrend } from './screen-trend.js';

const words = pageWords.screen;

/** Figures for a hall: always dark, without anybody's name, renewed every minute. The token stands behind the #. */
export function BigScreenPage(): ReactElement {
  const token = useLocation().hash.slice(1);
  const screen = useScreen(token);
  const { data, error } = screen;
  const refused = error instanceof ApiProblem && [401, 403].includes(error.status);
  return (
    <div className={styles['screen']} data-scheme="dark">
      <title>{`${words.title} · ${messages.product.name}`}</title>
      {(!data || refused) && (
        <main className={styles['alone']}>{error ? <p role="alert">{whyNot(error, token)}</p> : <Loading />}</main>
      )}
      {data && !refused && (
        <>
          <ScreenHead
            units={data.units}
            state={error ? words.offline(shortTime(data.at)) : words.updated(shortTime(data.at))}
            lost={error !== null}
          />
          <main className={styles['body']}>
            <dl className={styles['figures']}>
              <Figure name={words.receivedToday} value={String(data.today.received)} />
              <Figure name={words.endedToday} value={String(data.today.endings)} />
              <Figure name={words.openNow} value={String(data.open)} />
              <Figure name={words.overdue} value={String(data.overdue)} bad={data.overdue > 0} />
              <Figure name={words.inTime(data.days)} value={percentText(data.inTime?.rate ?? null)} />
            </dl>
            <div className={styles['left']}>
              <ScreenTrend trend={data.trend} days={data.days} />
              <ScreenLevels levels={data.levels} />
            </div>
            <ScreenMap token={token} places={data.places} />
            <div className={styles['right']}>
              <ScreenUnits places={data.places} />
              <ScreenWeak topics={data.weakTopics} />
            </div>
          </main>
        </>
      )}
    </div>
  );
}

function Figure({ name, value, bad = false }: { name: string; value: string; bad?: boolean }): ReactElement {
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd className={bad ? styles['bad'] : undefined}>{value}</dd>
    </div>
  );
}

function whyNot(error: Error, token: string): string {
  if (!(error instanceof ApiProblem) || error.status !== 401) return problemText(error);
  return token === '' ? words.signIn : words.linkEnded;
}
