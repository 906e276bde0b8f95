import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Whistle } from '../../api/model.js';
import { useWhistleAct } from '../../api/whistles.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './whistle-page.module.css';

const words = messages.whistle;

interface Answers {
  readonly outcome: string;
  readonly tasks?: readonly { readonly unit: string; readonly opinion: string }[];
}

/** Asks what came of a whistle, and which tasks units take with them. */
export function EndDialog({ whistle, onClose }: { whistle: Whistle; onClose: () => void }): ReactElement {
  const units = whistle.units.map(({ unitId, unit }) => ({ value: unitId, label: unit }));
  return (
    <FormDialog
      title={words.end}
      act={useWhistleAct(whistle.id)}
      toAct={({ outcome, tasks = [] }: Answers) => ({
        act: 'end' as const,
        outcome: outcome.trim(),
        tasks: tasks.map((task) => ({ ...task })),
      })}
      onClose={onClose}
      width={600}
    >
      {(refused) => (
        <>
          <Form.Item
            name="outcome"
            label={words.outcome}
            rules={written(messages.missing.fill(words.outcome))}
            {...refused}
          >
            <Input.TextArea rows={3} maxLength={4000} />
          </Form.Item>
          <Form.List name="tasks">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div key={key} className={styles['assigned']}>
                    <Form.Item
                      name={[name, 'unit']}
                      label={words.taskUnit}
                      rules={given(messages.missing.fill(words.taskUnit))}
                    >
                      <Select options={units} />
                    </Form.Item>
                    <Form.Item
                      name={[name, 'opinion']}
                      label={words.taskText}
                      rules={written(messages.missing.fill(words.taskText))}
                    >
                      <Input maxLength={4000} />
                    </Form.Item>
                    <Button type="text" onClick={() => remove(name)}>
                      {words.removeTask}
                    </Button>
                  </div>
                ))}
                <Button onClick={() => add()}>{words.addTask}</Button>
                <p className={styles['facts']}>{words.taskHint}</p>
              </>
            )}
          </Form.List>
        </>
      )}
    </FormDialog>
  );
}
