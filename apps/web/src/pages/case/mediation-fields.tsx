import { Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import { UnitSelect } from '../../components/unit-select.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './case-act-dialog.module.css';

const words = messages.mediation;

/** Asks who mediates between whom, and until when. */
export function MediationFields(): ReactElement {
  return (
    <>
      <Form.Item name="unit" label={words.unit} rules={given(messages.missing.pick(words.unit))}>
        <UnitSelect kinds={['station', 'street', 'department', 'office']} />
      </Form.Item>
      <Form.Item name="group" label={words.group}>
        <Input autoComplete="off" maxLength={100} placeholder={words.groupHint} />
      </Form.Item>
      <Form.Item
        name="parties"
        label={words.parties}
        extra={words.partiesHint}
        rules={[{ required: true, type: 'array', min: 2, message: words.partiesMissing }]}
      >
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          maxCount={20}
          tokenSeparators={['、', '，', ',', ';', '；']}
        />
      </Form.Item>
      <Form.Item name="days" label={messages.caseAct.answerDays} extra={words.days}>
        <InputNumber
          className={styles['days'] ?? ''}
          min={1}
          max={60}
          precision={0}
          suffix={messages.caseAct.workingDays}
        />
      </Form.Item>
    </>
  );
}
