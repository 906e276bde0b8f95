import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { Station } from '../../api/model.js';
import { usePublicReceptions } from '../../api/public-receptions.js';
import { useStation } from '../../api/stations.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { Notice } from './form/notice.js';
import { ResidentFrame } from './resident-frame.js';
import resident from './resident.module.css';
import styles from './station.module.css';
import { hoursText, openText } from './station-hours.js';

const words = messages.station;

/** What a resident who has scanned the code on a station's door wants to know, and the way to ask for something. */
export function StationPage(): ReactElement {
  const { id = '' } = useParams();
  const station = useStation(id);
  return (
    <ResidentFrame title={station.data?.name ?? words.title}>
      <div className={`${resident['stack']} ${resident['tall']}`}>
        {station.isPending && <Loading />}
        {station.error && !station.data && <Notice kind="warning">{problemText(station.error)}</Notice>}
        {station.data && <StationSheet station={station.data} />}
        {station.data && <Receptions unit={station.data.id} />}
      </div>
    </ResidentFrame>
  );
}

function StationSheet({ station }: { station: Station }): ReactElement {
  const { id, address, street, telephone, hours, opening } = station;
  return (
    <>
      {opening && (
        <p className={styles[opening.now ? 'open' : 'closed']} role="status">
          <strong>{opening.now ? words.openNow : words.closedNow}</strong> {openText(opening)}
        </p>
      )}
      <dl className={`sheet ${styles['facts']}`}>
        <dt>{words.address}</dt>
        <dd>
          {address || words.unknown}
          {street !== null && <span className={styles['grey']}>{street}</span>}
        </dd>
        <dt>{words.telephone}</dt>
        <dd>
          {telephone === '' ? words.unknown : <a href={`tel:${telephone.replace(/[^\d+]/gu, '')}`}>{telephone}</a>}
        </dd>
        <dt>{words.hours}</dt>
        <dd>
          {hours === null
            ? words.noHours
            : hoursText(hours).map(([days, times]) => (
                <span key={days} className={styles['hours']}>
                  <span>{days}</span>
                  <span className="number">{times}</span>
                </span>
              ))}
          {opening && (
            <span className={styles['grey']}>
              {words.today}
              {messages.marks.colon}
              {words.todayIs(opening.today.working, opening.today.name)}
            </span>
          )}
        </dd>
      </dl>
      <p>
        <Link className={styles['ask']} to={`/public/request?station=${id}`}>
          {words.ask}
        </Link>
      </p>
      <p>
        <Link to={`/public/pledges?unit=${id}`}>{words.pledges}</Link>
      </p>
      <p>
        <Link to="/stations">{words.all}</Link>
      </p>
    </>
  );
}

function Receptions({ unit }: { unit: string }): ReactElement {
  const found = usePublicReceptions(unit).data;
  const coming = found?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section aria-label={words.receptions}>
      <h2 className={styles['heading']}>{words.receptions}</h2>
      {found && coming.length === 0 && <p className={styles['grey']}>{words.noReceptions}</p>}
      <ul>
        {coming.slice(0, 5).map((it) => (
          <li key={it.id}>
            <Link to={`/public/receptions/${it.id}`}>
              {messages.publicReception.when(dayText(it.day), it.from, it.to)}
            </Link>{' '}
            {it.kind.name}
          </li>
        ))}
      </ul>
    </section>
  );
}
