import { Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { attachmentAddress, useAddAttachments, useAttachments, useRemoveAttachment } from '../../api/attachments.js';
import type { Attachment, Case } from '../../api/model.js';
import { FileButton } from '../../components/file-button.js';
import { isPhoto } from '../../format/file-kind.js';
import { longTime } from '../../format/time.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './attachment-list.module.css';

const words = messages.attachment;

/** Photos and papers of a case. */
export function AttachmentList({ case: it }: { case: Case }): ReactElement | null {
  const files = useAttachments(it.id);
  const add = useAddAttachments(it.id);
  const remove = useRemoveAttachment(it.id);
  const [progress, setProgress] = useState<string>();
  const open = it.state === 'open';
  const list = files.data ?? [];
  const failure = add.error ?? remove.error;
  if (!open && list.length === 0) return null;
  const send = (chosen: readonly File[]) => {
    setProgress(words.sending(0, chosen.length));
    add.mutate(
      { files: chosen, onFile: (done) => setProgress(words.sending(done, chosen.length)) },
      { onSettled: () => setProgress(undefined) },
    );
  };
  return (
    <section
      className={`sheet ${styles['files']} ${list.length === 0 ? styles['none'] : ''}`}
      aria-labelledby="attachments"
    >
      <header className={styles['head']}>
        <h2 id="attachments" className={styles['heading']}>
          {words.heading(list.length)}
        </h2>
        {open && <FileButton label={words.add} loading={add.isPending} onFiles={send} />}
      </header>
      <p role="status" className={styles['facts']}>
        {progress ?? (list.length === 0 ? words.hint : '')}
      </p>
      {failure && <p role="alert">{problemText(failure)}</p>}
      <ul className={styles['list']}>
        {list.map((file) => (
          <FileLine key={file.id} file={file} open={open} onRemove={() => remove.mutate(file.id)} />
        ))}
      </ul>
    </section>
  );
}

function FileLine(props: { file: Attachment; open: boolean; onRemove: () => void }): ReactElement {
  const { id, name, type, size, addedBy, addedAt, canRemove } = props.file;
  const address = attachmentAddress(id);
  const shown = isPhoto(type);
  return (
    <li className={styles['file']}>
      <a href={address} target="_blank" rel="noreferrer" className={styles['name']}>
        {shown && <img src={address} alt="" loading="lazy" width={56} height={56} />}
        {name}
      </a>
      <span className={styles['facts']}>{[words.size(size), addedBy, longTime(addedAt)].join(' · ')}</span>
      {canRemove && props.open && (
        <Popconfirm
          title={words.confirm}
          okText={words.remove}
          cancelText={messages.act.cancel}
          onConfirm={props.onRemove}
        >
          <Button size="small" type="text" aria-label={words.removeOf(name)}>
            {words.remove}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
