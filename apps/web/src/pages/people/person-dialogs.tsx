import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { usePersonAct, useRoles, type PersonAct } from '../../api/people.js';
import type { NewGrant, NewPlace } from '../../api/model.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.people;
const { rescue } = pageWords.account;
const required = written(messages.missing.any);

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** Makes somebody a member of a unit. */
export function PlaceDialog({ id, onClose }: Props): ReactElement {
  return (
    <FormDialog
      title={words.addPlace}
      act={usePersonAct(id)}
      toAct={(place: NewPlace): PersonAct => ({ act: 'place', place })}
      done={words.done}
      onClose={onClose}
    >
      <PlaceFields />
    </FormDialog>
  );
}

/** Gives somebody a password that they have to change. */
export function PasswordDialog({ id, onClose }: Props): ReactElement {
  return (
    <FormDialog
      title={rescue.resetPassword}
      intro={<p>{rescue.temporaryHint}</p>}
      act={usePersonAct(id)}
      toAct={({ temporary }: { temporary: string }): PersonAct => ({ act: 'reset-password', password: temporary })}
      done={words.done}
      onClose={onClose}
    >
      <Form.Item name="temporary" label={rescue.temporary} rules={given(messages.missing.any)}>
        <Input autoComplete="off" maxLength={200} spellCheck={false} />
      </Form.Item>
    </FormDialog>
  );
}

/** Unit and post. */
export function PlaceFields(): ReactElement {
  return (
    <>
      <Form.Item name="unit" label={words.unit} rules={required}>
        <AnyUnitSelect />
      </Form.Item>
      <Form.Item name="post" label={words.post} rules={required}>
        <Input maxLength={50} />
      </Form.Item>
    </>
  );
}

/** Gives somebody a role over a unit. */
export function GrantDialog({ id, onClose }: Props): ReactElement {
  const roles = useRoles();
  return (
    <FormDialog
      title={words.addGrant}
      act={usePersonAct(id)}
      toAct={(grant: NewGrant): PersonAct => ({ act: 'grant', grant })}
      done={words.done}
      onClose={onClose}
    >
      <Form.Item name="role" label={words.role} rules={required}>
        <Select
          loading={roles.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(roles.data ?? []).map(({ code, name }) => ({ value: code, label: messages.said.role(name) }))}
        />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={required}>
        <AnyUnitSelect />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
