import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useAddUnit } from '../../api/organisation.js';
import type { NewUnit } from '../../api/model.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.organisation;
const required = written(messages.missing.any);
const kinds = ['street', 'station', 'department', 'office'] as const;

/** Puts a unit into the tree. */
export function AddUnitDialog({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.add}
      act={useAddUnit()}
      toAct={(unit: NewUnit) => unit}
      done={words.done(words.add)}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.name} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="id"
        label={words.code}
        extra={words.codeHint}
        rules={[...required, { pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u, message: words.codeWrong }]}
      >
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="kind" label={words.kind} rules={required}>
        <Select options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
      </Form.Item>
      <Form.Item name="parent" label={words.parent} rules={required}>
        <AnyUnitSelect />
      </Form.Item>
    </FormDialog>
  );
}
