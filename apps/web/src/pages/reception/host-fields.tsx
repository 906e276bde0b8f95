import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './reception.module.css';

const words = messages.reception;
const { fill } = messages.missing;

/** Where, by whom, and what residents are told beside it. */
export function HostFields(): ReactElement {
  return (
    <>
      <Form.Item name="place" label={words.place} rules={written(fill(words.place))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.List name="hosts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles['row']}>
                <Form.Item name={[name, 'name']} label={words.hosts} rules={written(fill(words.host))}>
                  <Input maxLength={50} placeholder={words.host} />
                </Form.Item>
                <Form.Item name={[name, 'office']} label={words.office} rules={written(fill(words.office))}>
                  <Input maxLength={100} />
                </Form.Item>
                {fields.length > 1 && (
                  <Form.Item label=" ">
                    <Button type="text" onClick={() => remove(name)}>
                      {words.removeHost}
                    </Button>
                  </Form.Item>
                )}
              </div>
            ))}
            {fields.length < 10 && (
              <Form.Item>
                <Button onClick={() => add({})}>{words.addHost}</Button>
              </Form.Item>
            )}
          </>
        )}
      </Form.List>
      <Form.Item name="note" label={words.note}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}
