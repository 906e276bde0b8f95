import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useMinutesPreview } from '../../api/joint-meetings.js';
import type { MinutesPreview } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { messages } from '../../messages/messages.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import styles from './meeting-page.module.css';

/** Shows the minutes of a meeting as they would be now. */
export function MinutesPreviewDialog(props: { meeting: string; onClose: () => void }): ReactElement {
  useReturnFocus();
  const minutes = useMinutesPreview(props.meeting);
  return (
    <Modal open title={messages.meeting.preview} footer={null} onCancel={props.onClose} width={720}>
      {minutes.isPending && <Loading />}
      {minutes.isError && <Failure error={minutes.error} onRetry={() => void minutes.refetch()} />}
      {minutes.data && (
        <article className={styles['paper']} tabIndex={0} aria-label={minutes.data.title}>
          {minutes.data.paragraphs.map((paragraph, index) => (
            <Paragraph key={index} {...paragraph} />
          ))}
        </article>
      )}
    </Modal>
  );
}

function Paragraph({ style, label, text }: MinutesPreview['paragraphs'][number]): ReactElement {
  switch (style) {
    case 'title':
      return <h3>{text}</h3>;
    case 'heading':
      return <h4>{text}</h4>;
    case 'body':
      return <p className={styles['prose']}>{text}</p>;
    case 'line':
      return (
        <p>
          <strong>{messages.meeting.label(label ?? '')}</strong>
          {text}
        </p>
      );
  }
}
