import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useUnits } from '../../api/reference.js';
import { useMay } from '../../api/session.js';
import { messages } from '../../messages/messages.js';

const words = messages.opinion;

/** Lets somebody name the department that is to have a case. */
export function DepartmentField(props: {
  value: string | undefined;
  /** What happens without a choice. */
  hint: string;
  onChange: (id: string | undefined) => void;
}): ReactElement | null {
  const knowsUnits = useMay()('organisation.read');
  const departments = useUnits('department', knowsUnits);
  if (!knowsUnits) return null;
  return (
    <Form.Item label={words.department} htmlFor="department">
      <Select
        id="department"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        loading={departments.isPending}
        placeholder={props.hint}
        value={props.value}
        onChange={props.onChange}
        options={(departments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
