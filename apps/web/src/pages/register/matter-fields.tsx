import { Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useCategories, useKinds } from '../../api/reference.js';
import { clearable } from '../../components/clearable.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { HistoricFields } from './historic-fields.js';
import styles from './register-form.module.css';

const words = messages.register;

/** What is asked for. */
export function MatterFields({ after }: { after: ReactElement }): ReactElement {
  const categories = useCategories();
  const kinds = useKinds();
  return (
    <fieldset className={styles['part']}>
      <legend>{words.what}</legend>
      <Form.Item name="title" label={words.titleLabel} rules={written(messages.missing.fill(words.titleLabel))}>
        <Input autoFocus autoComplete="off" placeholder={words.titlePlaceholder} />
      </Form.Item>
      <Form.Item name="text" label={words.text} rules={written(messages.missing.fill(words.text))}>
        <Input.TextArea autoSize={{ minRows: 9, maxRows: 16 }} placeholder={words.textPlaceholder} />
      </Form.Item>
      <div className={styles['pair']}>
        <Form.Item name="category" label={words.category}>
          <Select
            allowClear={clearable}
            showSearch={{ optionFilterProp: 'label' }}
            loading={categories.isPending}
            placeholder={words.categoryPlaceholder}
            options={(categories.data ?? []).map(({ code, path }) => ({ value: code, label: path }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={messages.casePage.kind}>
          <Select
            allowClear={clearable}
            loading={kinds.isPending}
            placeholder={words.kindPlaceholder}
            options={(kinds.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="urgency" label={words.urgency} extra={words.urgentHint}>
        <Radio.Group
          options={[
            { value: 'normal', label: words.normal },
            { value: 'urgent', label: words.urgent },
          ]}
        />
      </Form.Item>
      <HistoricFields />
      {after}
    </fieldset>
  );
}
