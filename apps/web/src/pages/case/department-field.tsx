import { Form } from 'antd';
import type { ReactElement } from 'react';
import { useMay } from '../../api/session.js';
import { UnitSelect } from '../../components/unit-select.js';
import { messages } from '../../messages/messages.js';

const words = messages.opinion;

/** Lets somebody name the department that is to have a case. */
export function DepartmentField(props: {
  value: string | undefined;
  /** What happens without a choice. */
  hint: string;
  onChange: (id: string | undefined) => void;
}): ReactElement | null {
  if (!useMay()('organisation.read')) return null;
  return (
    <Form.Item label={words.department} htmlFor="department">
      <UnitSelect
        kinds={['department']}
        id="department"
        placeholder={props.hint}
        value={props.value ?? null}
        onChange={(id) => props.onChange(typeof id === 'string' ? id : undefined)}
      />
    </Form.Item>
  );
}
