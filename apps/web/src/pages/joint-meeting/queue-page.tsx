import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useJointMeetingQueue, useMeetings } from '../../api/joint-meetings.js';
import { useMay } from '../../api/session.js';
import { CaseRecords } from '../../components/case-records.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { messages } from '../../messages/messages.js';
import { CallMeetingDialog } from './call-meeting-dialog.js';
import { DispatchRules } from './dispatch-rules.js';
import { MeetingList } from './meeting-list.js';
import { queueColumns } from './queue-columns.js';

const words = messages.jointMeeting;

/** What waits for the joint meeting: why, for how long, and whom it concerns. */
export function QueuePage(): ReactElement {
  const queue = useJointMeetingQueue();
  const may = useMay();
  const navigate = useNavigate();
  const [calling, setCalling] = useState(false);
  const total = queue.data?.pages[0]?.total;
  const waiting = queue.data?.pages.flatMap((page) => page.items).filter((it) => !it.scheduled) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={total === undefined ? words.hint : `${words.hint} · ${words.total(total)}`}>
        {may('case.read') && <Button onClick={() => void navigate('/whistles')}>{messages.whistle.title}</Button>}
        {may('joint-meeting.manage') && waiting.length > 0 && (
          <Button type="primary" onClick={() => setCalling(true)}>
            {messages.meeting.call}
          </Button>
        )}
      </PageHeader>
      {queue.isPending && <Loading />}
      {queue.isError && !queue.data && <Failure error={queue.error} onRetry={() => void queue.refetch()} />}
      {queue.data && (
        <CaseRecords
          caption={words.title}
          empty={words.empty}
          rows={queue.data.pages.flatMap((page) => page.items)}
          columns={queueColumns}
          card={(it) => ({ term: it, facts: [it.reasonName, it.units.join(messages.marks.list)] })}
          list={queue}
        />
      )}
      {!queue.isPending && <Meetings />}
      {calling && <CallMeetingDialog topics={waiting} onClose={() => setCalling(false)} />}
    </>
  );
}

/** The latest meetings, and below them what was ruled there; nothing moves the other while it arrives. */
function Meetings(): ReactElement {
  const may = useMay();
  const meetings = useMeetings();
  return (
    <>
      <MeetingList />
      {!meetings.isPending && may('catalogue.read') && <DispatchRules />}
    </>
  );
}
