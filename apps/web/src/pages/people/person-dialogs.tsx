import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { usePersonAct, useRoles, type PersonAct } from '../../api/people.js';
import type { NewGrant, NewPlace } from '../../api/model.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { messages } from '../../messages/messages.js';
import { PersonDialog } from './person-dialog.js';

const words = messages.people;
const required = [{ required: true, whitespace: true, message: words.required }];

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** Makes somebody a member of a unit. */
export function PlaceDialog({ id, onClose }: Props): ReactElement {
  return (
    <PersonDialog
      title={words.addPlace}
      change={usePersonAct(id)}
      ask={(place: NewPlace): PersonAct => ({ act: 'place', place })}
      onClose={onClose}
    >
      <PlaceFields />
    </PersonDialog>
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
    <PersonDialog
      title={words.addGrant}
      change={usePersonAct(id)}
      ask={(grant: NewGrant): PersonAct => ({ act: 'grant', grant })}
      onClose={onClose}
    >
      <Form.Item name="role" label={words.role} rules={required}>
        <Select
          loading={roles.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          options={(roles.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={required}>
        <AnyUnitSelect />
      </Form.Item>
      <Form.Item name="reason" label={words.reason} rules={required}>
        <Input maxLength={500} />
      </Form.Item>
    </PersonDialog>
  );
}
