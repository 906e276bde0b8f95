import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useReturnFocus } from '../hooks/use-return-focus.js';
import { messages } from '../messages/messages.js';
import styles from './key-table.module.css';
import { KeyTable } from './key-table.js';

const words = messages.desk.keys;

/** What the keys do, over the page on which they are asked for. */
export function KeyHelp({ onClose }: { onClose: () => void }): ReactElement {
  useReturnFocus();
  return (
    <Modal open title={words.title} width={820} footer={null} onCancel={onClose}>
      <p className={styles['hint']}>{words.hint}</p>
      <KeyTable />
    </Modal>
  );
}
