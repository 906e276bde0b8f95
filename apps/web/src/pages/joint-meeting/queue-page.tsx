import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useJointMeetingQueue } from '../../api/joint-meetings.js';
import { useMay } from '../../api/session.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { RecordCard } from '../../components/record-card.js';
import { RecordTable } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { CallMeetingDialog } from './call-meeting-dialog.js';
import { MeetingList } from './meeting-list.js';
import { queueColumns } from './queue-columns.js';

const words = messages.jointMeeting;

/** What waits for the joint meeting: why, for how long, and whom it concerns. */
export function QueuePage(): ReactElement {
  const queue = useJointMeetingQueue();
  const may = useMay();
  const [calling, setCalling] = useState(false);
  const total = queue.data?.pages[0]?.total;
  const waiting = queue.data?.pages.flatMap((page) => page.items).filter((it) => !it.scheduled) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={total === undefined ? words.hint : `${words.hint} · ${words.total(total)}`}>
        {may('joint-meeting.manage') && waiting.length > 0 && (
          <Button type="primary" onClick={() => setCalling(true)}>
            {messages.meeting.call}
          </Button>
        )}
      </PageHeader>
      {queue.isPending && <Loading />}
      {queue.isError && !queue.data && <Failure error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && <QueueList queue={queue} />}
      <MeetingList />
      {calling && <CallMeetingDialog topics={waiting} onClose={() => setCalling(false)} />}
    </>
  );
}

function QueueList({ queue }: { queue: ReturnType<typeof useJointMeetingQueue> }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const items = queue.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) {
    return (
      <div className="sheet">
        <Empty text={words.empty} />
      </div>
    );
  }
  const more = <MoreButton list={queue} shown={items.length} />;
  if (narrow) {
    return (
      <>
        <CardList>
          {items.map((it) => (
            <RecordCard key={it.id} {...it} term={it} facts={[it.reasonName, it.units.join('、')]} />
          ))}
        </CardList>
        {more}
      </>
    );
  }
  return (
    <div className="sheet">
      <RecordTable
        caption={words.title}
        columns={queueColumns}
        rows={items}
        rowKey={(it) => it.id}
        onOpen={(it) => void navigate(`/cases/${it.caseId}`)}
      />
      {more}
    </div>
  );
}
