import { Button, Checkbox, Form, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { InboxLook } from '../../api/model.js';
import { usualPageSize } from '../../api/tasks.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import { columnKeys, usualColumns, type ColumnKey } from './box-look.js';
import { columnNames } from './inbox-columns.js';

const words = messages.inbox.columns;
const pageSizes = [20, usualPageSize, 50, 100];

interface Props {
  readonly look: InboxLook;
  readonly onApply: (part: Pick<InboxLook, 'columns' | 'pageSize'>) => void;
  readonly onClose: () => void;
}

/** Asks which columns a list has, and how many lines come at once. */
export function ColumnsDialog({ look, onApply, onClose }: Props): ReactElement {
  useReturnFocus();
  const [columns, setColumns] = useState<readonly ColumnKey[]>(look.columns ?? usualColumns);
  const [pageSize, setPageSize] = useState(look.pageSize ?? usualPageSize);
  const usual = () => {
    setColumns(usualColumns);
    setPageSize(usualPageSize);
  };
  return (
    <Modal
      open
      title={words.title}
      okText={messages.inbox.filter.apply}
      cancelText={messages.act.cancel}
      onCancel={onClose}
      onOk={() => {
        onApply({ columns: columnKeys.filter((key) => columns.includes(key)), pageSize });
        onClose();
      }}
      footer={(buttons) => (
        <>
          <Button onClick={usual}>{words.usual}</Button>
          {buttons}
        </>
      )}
    >
      <Form layout="vertical">
        <Form.Item label={words.shown}>
          <Checkbox.Group<ColumnKey>
            value={[...columns]}
            onChange={setColumns}
            options={columnKeys.map((key) => ({ value: key, label: columnNames[key], disabled: key === 'title' }))}
          />
        </Form.Item>
        <Form.Item label={words.pageSize} htmlFor="page-size">
          <Select
            id="page-size"
            value={pageSize}
            onChange={setPageSize}
            options={pageSizes.map((n) => ({ value: n, label: words.lines(n) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
