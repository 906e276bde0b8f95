import { Form, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { usePeopleOfUnit } from '../../api/reference.js';
import { clearable } from '../../components/clearable.js';
import { messages } from '../../messages/messages.js';
import type { RegisterValues } from './register-values.js';
import styles from './register-form.module.css';

const words = messages.complaint;

/** The official of the unit complained of, if one is named, and whether the unit steps aside with them. */
export function AboutPersonFields(): ReactElement | null {
  const form = Form.useFormInstance<RegisterValues>();
  const unit = Form.useWatch('about', form);
  const person = Form.useWatch('aboutPerson', form);
  const people = usePeopleOfUnit(unit);
  if (!unit) return null;
  return (
    <div className={styles['pair']}>
      <Form.Item name="aboutPerson" label={words.person}>
        <Select
          allowClear={clearable}
          loading={people.isPending}
          placeholder={words.personPlaceholder}
          showSearch={{ optionFilterProp: 'label' }}
          options={(people.data ?? []).map(({ id, name, post }) => ({
            value: id,
            label: messages.caseAct.personOption(name, post),
          }))}
        />
      </Form.Item>
      {person && (
        <Form.Item name="aside" label={words.aside} initialValue="person">
          <Radio.Group
            options={[
              { value: 'person', label: words.asidePerson },
              { value: 'unit', label: words.asideUnit },
            ]}
          />
        </Form.Item>
      )}
    </div>
  );
}
