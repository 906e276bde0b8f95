import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { PledgeYear } from '../../api/model.js';
import { pledgeWorkbookAddress, usePledgeYears, type PledgeYearFilter } from '../../api/pledge-reviews.js';
import { useMay, useMe } from '../../api/session.js';
import { useUnitsBelow } from '../../api/unit-records.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { percentText } from '../../format/percent.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { OpenReviewDialog } from './meeting-dialogs.js';
import styles from './pledge.module.css';

const words = messages.pledgeReview;

/** What the pledges of units came to in a year, with the formula, and whose review is missing. */
export function YearsTab({ filter }: { filter: PledgeYearFilter }): ReactElement {
  const manages = useMay()('outreach.manage');
  const own = useUnitsBelow(useMe().units.map(({ id }) => id));
  const years = usePledgeYears(filter);
  const [opening, setOpening] = useState<PledgeYear>();
  const mine = new Set(manages ? own.data?.map(({ id }) => id) : []);
  const columns: readonly Column<PledgeYear>[] = [
    ...figures,
    {
      key: 'act',
      title: messages.column.act,
      width: 110,
      cell: (it) =>
        it.reviewId === null ? (
          mine.has(it.unitId) && (
            <Button size="small" aria-label={words.openOf(it.unit)} onClick={() => setOpening(it)}>
              {words.open}
            </Button>
          )
        ) : (
          <Link to={`/pledge-reviews/${it.reviewId}`}>{words.view}</Link>
        ),
    },
  ];
  const rows = years.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className={styles['note']}>{words.formula}</p>
      {years.isPending && <Loading />}
      {years.isError && !years.data && <Failure error={years.error} onRetry={() => void years.refetch()} />}
      {years.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <p className={styles['note']}>
            <Button href={pledgeWorkbookAddress(filter)} download>
              {words.download}
            </Button>
          </p>
          <PlainList caption={words.standing} columns={columns} rows={rows} rowKey={({ unitId }) => unitId} />
          <MoreButton list={years} shown={rows.length} />
        </>
      )}
      {opening && <OpenReviewDialog of={opening} onClose={() => setOpening(undefined)} />}
    </>
  );
}

const figures: readonly Column<PledgeYear>[] = [
  { key: 'unit', title: messages.pledge.unit, cell: (it) => it.unit },
  { key: 'pledges', title: words.pledges, width: 80, cell: (it) => it.pledges },
  { key: 'finished', title: words.finished, width: 70, cell: (it) => it.finished },
  { key: 'counts', title: words.counts, width: 150, cell: (it) => [it.kept, it.partly, it.notKept].join(' / ') },
  { key: 'share', title: words.shareKept, width: 80, cell: (it) => percentText(it.shareKept) },
  { key: 'mean', title: words.meanScore, width: 70, cell: (it) => it.meanScore ?? '—' },
  { key: 'standing', title: words.standing, width: 210, cell: (it) => <Standing of={it} /> },
];

function Standing({ of: it }: { of: PledgeYear }): ReactElement {
  if (it.missing) return <span className={styles['bad']}>{words.missing(dayText(it.reviewBy))}</span>;
  if (it.closedAt !== null) return <span>{words.closed(dayText(it.heldOn ?? ''))}</span>;
  return <span>{it.reviewId === null ? words.by(dayText(it.reviewBy)) : words.running}</span>;
}
