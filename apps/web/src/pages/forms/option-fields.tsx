import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { FieldOption, InputField } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import type { ComponentProps } from './component-fields.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design.prop;

/** What can be chosen: what people read, and the value that the workflow gets. */
export function OptionFields({ component, set }: ComponentProps<InputField>): ReactElement {
  const options = component.values ?? [];
  const change = (at: number, changed: Partial<FieldOption>) =>
    set({ values: options.map((option, index) => (index === at ? { ...option, ...changed } : option)) });
  const add = () => {
    let number = options.length + 1;
    while (options.some(({ value }) => value === String(number))) number += 1;
    set({ values: [...options, { label: words.newOption(number), value: String(number) }] });
  };
  return (
    <Form.Item label={words.options}>
      {options.map(({ label, value }, index) => (
        <div key={index} className={styles['option']}>
          <Input
            aria-label={words.optionLabel(index + 1)}
            maxLength={200}
            value={label}
            onChange={(event) => change(index, { label: event.target.value })}
          />
          <Input
            aria-label={words.optionValue(index + 1)}
            maxLength={200}
            value={value}
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={words.removeOption(index + 1)}
            onClick={() => set({ values: options.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      <Button size="small" onClick={add}>
        {words.addOption}
      </Button>
    </Form.Item>
  );
}
