import { Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useRecordAct, type RecordAct } from '../../api/unit-records.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.habits;

/** Asks what is to be written beside the figures. */
export function RecordDialog(props: {
  title: string;
  act: Exclude<RecordAct, { kind: 'receive' }>;
  onClose: () => void;
}): ReactElement {
  const [remark, setRemark] = useState(props.act.remark);
  const act = useRecordAct();
  return (
    <Modal
      open
      title={props.title}
      okText={words.sign}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => act.mutate({ ...props.act, remark: remark.trim() }, { onSuccess: props.onClose })}
      onCancel={props.onClose}
    >
      <label htmlFor="remark">{words.remarkLabel}</label>
      <Input.TextArea
        id="remark"
        rows={6}
        maxLength={4000}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      {act.error && <p role="alert">{problemText(act.error)}</p>}
    </Modal>
  );
}
