import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { newScreenToken, useMakeScreenLink } from '../../api/screens.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.screen;

interface Values {
  readonly name: string;
  readonly unit: string;
  readonly until: Dayjs;
}

interface Props {
  readonly onMade: (token: string) => void;
  readonly onClose: () => void;
}

/** Makes a link for a screen; its token is told once. */
export function LinkDialog({ onMade, onClose }: Props): ReactElement {
  const [token] = useState(newScreenToken);
  return (
    <FormDialog
      title={words.add}
      act={useMakeScreenLink()}
      toAct={({ name, unit, until }: Values) => ({ name: name.trim(), unit, until: until.format('YYYY-MM-DD'), token })}
      initial={{ until: dayjs(districtToday()).add(180, 'day') }}
      done={words.made}
      onDone={() => onMade(token)}
      onClose={onClose}
    >
      <Form.Item name="name" label={words.name} extra={words.nameHint} rules={written(messages.missing.any)}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={given(messages.missing.any)}>
        <AnyUnitSelect kinds={['district', 'street']} />
      </Form.Item>
      <Form.Item name="until" label={words.until} rules={given(messages.missing.any)}>
        <DatePicker minDate={dayjs(districtToday())} maxDate={dayjs(districtToday()).add(365, 'day')} />
      </Form.Item>
    </FormDialog>
  );
}
