import { QRCodeSVG } from '@rc-component/qrcode';
import { Button } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useNavigate, useParams } from 'react-router';
import type { Station } from '../../api/model.js';
import { useStation } from '../../api/stations.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { Seal } from '../../components/shell/seal.js';
import { messages } from '../../messages/messages.js';
import { hoursText } from '../resident/station-hours.js';
import styles from './poster-page.module.css';

const words = messages.station;

/** What is printed for the door of a station: the way to its page. */
export function PosterPage(): ReactElement {
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const station = useStation(id);
  return (
    <>
      <PageHeader title={words.poster.title} hint={words.poster.hint}>
        <Button onClick={() => void navigate(-1)}>{words.poster.back}</Button>
        <Button type="primary" disabled={!station.data} onClick={() => window.print()}>
          {words.poster.print}
        </Button>
      </PageHeader>
      {station.isPending && <Loading lines={6} />}
      {station.isError && !station.data && <Failure error={station.error} onRetry={() => void station.refetch()} />}
      {station.data && (
        <>
          <Poster station={station.data} />
          <PrintedPoster station={station.data} />
        </>
      )}
    </>
  );
}

/** Stands outside the page, which is not printed while this is there. */
function PrintedPoster({ station }: { station: Station }): ReactElement {
  useEffect(() => {
    document.documentElement.dataset['print'] = 'poster';
    return () => {
      delete document.documentElement.dataset['print'];
    };
  }, []);
  return createPortal(
    <div className={styles['printed']} aria-hidden="true">
      <Poster station={station} />
    </div>,
    document.body,
  );
}

function Poster({ station: { id, name, address, telephone, hours } }: { station: Station }): ReactElement {
  return (
    <article className={styles['poster']} aria-label={name}>
      <header className={styles['head']}>
        <Seal size={56} />
        <span>{messages.product.line}</span>
      </header>
      <h2 className={styles['name']}>{name}</h2>
      <QRCodeSVG
        value={`${window.location.origin}/stations/${id}`}
        size={320}
        level="M"
        marginSize={2}
        title={words.poster.scan}
      />
      <p className={styles['scan']}>{words.poster.scan}</p>
      <dl className={styles['facts']}>
        <dt>{words.address}</dt>
        <dd>{address || words.unknown}</dd>
        <dt>{words.telephone}</dt>
        <dd>{telephone || words.unknown}</dd>
        {hours &&
          hoursText(hours).map(([days, times]) => [<dt key={`${days} name`}>{days}</dt>, <dd key={days}>{times}</dd>])}
      </dl>
    </article>
  );
}
