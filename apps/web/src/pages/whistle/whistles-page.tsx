import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { WhistleSummary } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { useWhistles } from '../../api/whistles.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { BlowDialog } from './blow-dialog.js';
import styles from './whistle-page.module.css';

const words = messages.whistle;

/** Whistles: which units were called where, and who came. */
export function WhistlesPage(): ReactElement {
  const whistles = useWhistles();
  const may = useMay();
  const [blowing, setBlowing] = useState(false);
  const rows = whistles.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {may('task.assign') && (
          <Button type="primary" onClick={() => setBlowing(true)}>
            {words.blow}
          </Button>
        )}
      </PageHeader>
      {whistles.isPending && <Loading />}
      {whistles.isError && !whistles.data && <Failure error={whistles.error} onRetry={() => void whistles.refetch()} />}
      {whistles.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <ul className={`sheet ${styles['list']}`} aria-label={words.title}>
          {rows.map((it) => (
            <li key={it.id} className={styles['row']}>
              <p className={styles['title']}>
                <Link to={`/whistles/${it.id}`}>{it.title}</Link>
                <span className={styles['facts']}>{factsOf(it)}</span>
              </p>
              <span className={styles['facts']}>
                {[words.came(it.there, it.called), it.endedAt === null ? words.running : words.ended].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && <MoreButton list={whistles} shown={rows.length} />}
      {blowing && <BlowDialog onClose={() => setBlowing(false)} />}
    </>
  );
}

function factsOf({ code, kind, caller, at, place }: WhistleSummary): string {
  return [code, kind, caller, words.reportAt(shortTime(at)), place].join(' · ');
}
