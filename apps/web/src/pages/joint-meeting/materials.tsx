import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { materialAddress, useAddMaterials, useRemoveMaterial } from '../../api/materials.js';
import type { AgendaTopic, Meeting, MeetingMaterial } from '../../api/model.js';
import { FileButton } from '../../components/file-button.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './meeting-page.module.css';

const words = messages.material;

/** What the units read on a topic, and a place to bring more until the minutes are out. */
export function Materials(props: {
  meeting: Meeting;
  topic: AgendaTopic;
  files: readonly MeetingMaterial[];
}): ReactElement | null {
  const { meeting, topic } = props;
  const add = useAddMaterials(meeting.id);
  const remove = useRemoveMaterial(meeting.id);
  const files = props.files.filter(({ topicId }) => topicId === topic.id);
  const speaks = meeting.participants.some(({ canConfirm, canSign }) => canConfirm || canSign);
  const stands = topic.leftBecause === null && meeting.stage !== 'issued';
  const brings = stands && (meeting.canDecide || speaks);
  const failure = add.error ?? remove.error;
  if (files.length === 0 && !brings) return null;
  return (
    <div className={styles['materials']}>
      {files.length > 0 && (
        <ul aria-label={words.of(topic.title)} className={styles['tasks']}>
          {files.map((file) => (
            <li key={file.id} className={styles['task']}>
              <a href={materialAddress(meeting.id, file.id)} target="_blank" rel="noreferrer">
                {file.name}
              </a>
              <span className={styles['facts']}>
                {[words.sources[file.source], messages.attachment.size(file.size), file.addedBy].join(' · ')}
              </span>
              {file.canRemove && (
                <Popconfirm
                  title={messages.attachment.confirm}
                  okText={messages.attachment.remove}
                  cancelText={messages.act.cancel}
                  onConfirm={() => remove.mutate(file.id)}
                >
                  <Button size="small" type="text" aria-label={messages.attachment.removeOf(file.name)}>
                    {messages.attachment.remove}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
      {brings && (
        <FileButton
          label={words.add}
          loading={add.isPending}
          onFiles={(chosen) => add.mutate({ topic: topic.id, files: chosen })}
        />
      )}
      {failure && <p role="alert">{problemText(failure)}</p>}
    </div>
  );
}
