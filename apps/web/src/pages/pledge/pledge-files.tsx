import { Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import type { Pledge } from '../../api/model.js';
import { pledgeFileAddress, useAddPledgeFiles, useRemovePledgeFile } from '../../api/pledge-files.js';
import { FileButton } from '../../components/file-button.js';
import { isPhoto } from '../../format/file-kind.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './pledge.module.css';

const words = messages.pledge;

/** Photos and papers that prove what was done, and a place to bring more until the review. */
export function PledgeFiles({ pledge: it }: { pledge: Pledge }): ReactElement | null {
  const add = useAddPledgeFiles(it.id);
  const remove = useRemovePledgeFile(it.id);
  const brings = it.acts.includes('attach');
  const failure = add.error ?? remove.error;
  if (it.files.length === 0 && !brings) return null;
  return (
    <>
      <h2 className={styles['heading']}>{words.files}</h2>
      <div className={`sheet ${styles['lines']}`}>
        <ul aria-label={words.files}>
          {it.files.map(({ id, name, type, size }) => (
            <li key={id} className={`${styles['line']} ${styles['file']}`}>
              <a href={pledgeFileAddress(it.id, id)} target="_blank" rel="noreferrer" className={styles['name']}>
                {isPhoto(type) && (
                  <img src={pledgeFileAddress(it.id, id)} alt="" loading="lazy" width={56} height={56} />
                )}
                {name}
              </a>
              <span className={styles['grey']}>{messages.attachment.size(size)}</span>
              {brings && (
                <Popconfirm
                  title={words.confirmRemove}
                  okText={messages.attachment.remove}
                  cancelText={messages.act.cancel}
                  onConfirm={() => remove.mutate(id)}
                >
                  <Button size="small" type="text" aria-label={messages.attachment.removeOf(name)}>
                    {messages.attachment.remove}
                  </Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
        {brings && (
          <div className={styles['line']}>
            <FileButton label={words.addFile} loading={add.isPending} onFiles={(files) => add.mutate(files)} />
            <p className={styles['grey']}>{words.filesHint}</p>
          </div>
        )}
        {failure && <p role="alert">{problemText(failure)}</p>}
      </div>
    </>
  );
}
