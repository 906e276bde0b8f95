import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useRecordAct, type RecordAct } from '../../api/unit-records.js';
import { FormDialog } from '../../components/form-dialog.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.habits;

/** Asks what is to be written beside the figures. */
export function RecordDialog(props: {
  title: string;
  act: Exclude<RecordAct, { kind: 'receive' }>;
  onClose: () => void;
}): ReactElement {
  return (
    <FormDialog
      title={props.title}
      submit={words.sign}
      act={useRecordAct()}
      toAct={({ remark }: { remark: string }) => ({ ...props.act, remark: remark.trim() })}
      initial={{ remark: props.act.remark }}
      onClose={props.onClose}
    >
      <Form.Item name="remark" label={words.remarkLabel}>
        <Input.TextArea rows={6} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
