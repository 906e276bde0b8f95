import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { PledgeReview, PledgeReviewLine } from '../../api/model.js';
import { usePledgeReview } from '../../api/pledge-reviews.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { CourseHistory } from './course-history.js';
import { FactList } from './fact-list.js';
import { CloseDialog, CorrectDialog } from './meeting-dialogs.js';
import { outcomeText } from './pledge-texts.js';
import { VoteForm } from './vote-form.js';
import styles from './pledge.module.css';

const words = messages.pledgeReview;

const columns: readonly Column<PledgeReviewLine>[] = [
  { key: 'title', title: words.item, cell: (it) => <Link to={`/pledges/${it.pledgeId}`}>{it.title}</Link> },
  { key: 'result', title: words.result, cell: (it) => it.result ?? words.notFinished },
  { key: 'counts', title: words.counts, width: 150, cell: (it) => [it.kept, it.partly, it.notKept].join(' / ') },
  { key: 'outcome', title: messages.pledge.outcome, width: 150, cell: outcomeText },
  { key: 'remark', title: words.lineRemark, cell: (it) => it.remark },
];

/** A yearly review: the meeting, the votes on each pledge, and what they came to. */
export function PledgeReviewPage(): ReactElement {
  const { id = '' } = useParams();
  const review = usePledgeReview(id);
  const [dialog, setDialog] = useState<'correct' | 'close'>();
  if (review.isPending) return <Loading />;
  if (review.isError) return <Failure error={review.error} onRetry={() => void review.refetch()} />;
  const it = review.data;
  const close = () => setDialog(undefined);
  return (
    <>
      <PageHeader title={words.titleOf(it.unit, it.year)}>
        {it.canKeep && (
          <>
            <Button onClick={() => setDialog('correct')}>{words.correct}</Button>
            <Button type="primary" onClick={() => setDialog('close')}>
              {words.close}
            </Button>
          </>
        )}
      </PageHeader>
      <FactList facts={factsOf(it)} />
      <h2 className={styles['heading']}>{words.votes}</h2>
      <p className={styles['note']}>{it.canKeep ? words.votesHint(it.delegates) : words.formula}</p>
      {it.canKeep ? (
        // What was typed is of the pledges and delegates that stood then.
        <VoteForm key={`${it.delegates}-${it.lines.length}`} review={it} />
      ) : (
        <PlainList caption={words.votes} columns={columns} rows={it.lines} rowKey={({ pledgeId }) => pledgeId} />
      )}
      <CourseHistory lines={it.history} />
      {dialog === 'correct' && <CorrectDialog review={it} onClose={close} />}
      {dialog === 'close' && <CloseDialog review={it} onClose={close} />}
    </>
  );
}

function factsOf(it: PledgeReview): (readonly [string, string])[] {
  return [
    [words.day, it.day],
    [words.place, it.place],
    [words.delegates, String(it.delegates)],
    ...(it.names.length > 0 ? [[words.names, it.names.join(messages.marks.list)] as const] : []),
    ...(it.remark === '' ? [] : [[words.remark, it.remark] as const]),
    ...(it.closedAt === null
      ? []
      : [[words.closing, words.closedBy(it.closedBy ?? '', longTime(it.closedAt))] as const]),
  ];
}
