import { Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useContactWays } from '../../../api/service-record.js';
import { given, written } from '../../../format/field-rules.js';
import { messages } from '../../../messages/messages.js';
import type { AddedKind } from './service-dialog.js';

const words = messages.service;

/** What the dialogs ask for; each kind takes what it needs. */
export interface ServiceForm {
  readonly way?: string;
  readonly reached?: boolean;
  readonly trip?: boolean;
  readonly text?: string;
  /** One a line. */
  readonly items?: string;
  readonly name?: string;
  readonly original?: boolean;
}

/** The fields of one kind of entry. */
export function ServiceFields({ kind }: { kind: AddedKind }): ReactElement {
  switch (kind) {
    case 'contact':
      return <ContactFields />;
    case 'tell':
      return (
        <>
          <Form.Item name="items" label={words.items} extra={words.itemsHint} rules={written(words.itemsMissing)}>
            <Input.TextArea rows={4} />
          </Form.Item>
          <Form.Item name="text" label={words.how}>
            <Input.TextArea rows={2} maxLength={1000} placeholder={words.howHint} />
          </Form.Item>
        </>
      );
    case 'paper':
      return (
        <>
          <Form.Item name="name" label={words.name} rules={written(words.nameMissing)}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="original" label={words.kind}>
            <Radio.Group
              options={[
                { value: true, label: words.original },
                { value: false, label: words.copy },
              ]}
            />
          </Form.Item>
        </>
      );
    case 'proxy':
      return <TextField label={words.mandate} missing={words.mandateMissing} />;
    case 'end':
      return <TextField label={words.outcome} missing={words.outcomeMissing} />;
  }
}

function ContactFields(): ReactElement {
  const ways = useContactWays();
  return (
    <>
      <Form.Item name="way" label={words.way} rules={given(words.wayMissing)}>
        <Select
          loading={ways.isPending}
          options={(ways.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="reached" label={words.result}>
        <Radio.Group
          options={[
            { value: true, label: words.reached },
            { value: false, label: words.notReached },
          ]}
        />
      </Form.Item>
      <Form.Item name="trip" valuePropName="checked">
        <Checkbox>{words.trip}</Checkbox>
      </Form.Item>
      <TextField label={words.text} missing={words.textMissing} />
    </>
  );
}

function TextField({ label, missing }: { label: string; missing: string }): ReactElement {
  return (
    <Form.Item name="text" label={label} rules={written(missing)}>
      <Input.TextArea rows={3} maxLength={2000} />
    </Form.Item>
  );
}
