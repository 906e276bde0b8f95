import { Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useReturnFocus } from '../../hooks/use-return-focus.js';

/** What stands over the page and has its own buttons. */
export function Over(props: { title: string; onClose: () => void; children: ReactNode }): ReactElement {
  useReturnFocus();
  return (
    <Modal open title={props.title} footer={null} onCancel={props.onClose}>
      {props.children}
    </Modal>
  );
}
