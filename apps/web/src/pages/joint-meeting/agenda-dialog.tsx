import { Form } from 'antd';
import type { ReactElement } from 'react';
import { useJointMeetingQueue, useSessionAct, type SessionAct } from '../../api/joint-meetings.js';
import type { Meeting } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { messages } from '../../messages/messages.js';
import { AgendaField } from './agenda-field.js';
import type { AgendaLine } from './agenda-order.js';

const words = messages.agenda;

/** Orders what a meeting has still to decide, and takes on what waits in the queue. */
export function AgendaDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }): ReactElement {
  const queue = useJointMeetingQueue();
  const act = useSessionAct(meeting.id);
  const standing = meeting.agenda.filter(({ state }) => state === 'scheduled');
  const waiting = queue.data?.pages.flatMap((page) => page.items).filter((it) => !it.scheduled) ?? [];
  const sits = meeting.stage === 'sitting';
  return (
    <FormDialog<{ topics: readonly AgendaLine[] }, SessionAct, Meeting>
      title={words.arrange}
      act={act}
      initial={{ topics: standing.map(({ id, minutes }) => ({ id, minutes })) }}
      toAct={({ topics }) => ({ kind: 'agenda', topics })}
      intro={<p>{words.removedHint}</p>}
      onClose={onClose}
      width={720}
    >
      {(refused) => (
        <>
          <Form.Item
            name="topics"
            label={messages.meeting.topics}
            rules={[{ required: true, type: 'array', message: messages.missing.fill(messages.meeting.topics) }]}
            {...refused}
          >
            <AgendaField
              choices={[...standing.map((topic) => ({ ...topic, stays: sits })), ...waiting]}
              {...(!sits && { at: meeting.at })}
            />
          </Form.Item>
          {queue.isPending && <Loading />}
          {queue.isError && <Failure error={queue.error} onRetry={() => void queue.refetch()} />}
          {queue.hasNextPage && <MoreButton list={queue} shown={waiting.length} />}
        </>
      )}
    </FormDialog>
  );
}
