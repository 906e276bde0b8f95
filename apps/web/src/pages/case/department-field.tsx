import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useUnits } from '../../api/reference.js';
import { useMay } from '../../api/session.js';
import { messages } from '../../messages/messages.js';

const words = messages.opinion;

/** Lets the street name the department when it routes a case; without a choice the decision table decides. */
export function DepartmentField(props: {
  value: string | undefined;
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
        placeholder={words.departmentHint}
        value={props.value}
        onChange={props.onChange}
        options={(departments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}
