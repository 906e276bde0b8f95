import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useOpenAccount } from '../../api/people.js';
import type { NewPerson } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { PlaceFields } from './person-dialogs.js';

const words = pageWords.people;
const required = written(messages.missing.any);

/** Opens an account for somebody who comes. */
export function AddPersonDialog({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.add}
      act={useOpenAccount()}
      toAct={(person: NewPerson) => person}
      done={words.done}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.name} rules={required}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="username" label={words.username} rules={required}>
        <Input maxLength={32} autoComplete="off" />
      </Form.Item>
      <Form.Item name="password" label={words.password} extra={words.passwordHint} rules={required}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
      <PlaceFields />
    </FormDialog>
  );
}
