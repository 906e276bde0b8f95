import { Alert, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useLeavingPreview, usePersonAct, type PersonAct } from '../../api/people.js';
import { usePeopleOfUnit } from '../../api/reference.js';
import type { Person } from '../../api/model.js';
import { clearable } from '../../components/clearable.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './people-page.module.css';

const words = pageWords.people;

interface Values {
  readonly day: Dayjs;
  readonly receiver?: string;
  readonly reason: string;
}

/** Lets somebody leave, having said what becomes of their tasks. */
export function LeavingDialog({ person, onClose }: { person: Person; onClose: () => void }): ReactElement {
  const colleagues = usePeopleOfUnit(person.places[0]?.unit);
  const others = (colleagues.data ?? []).filter(({ id }) => id !== person.id);
  return (
    <FormDialog
      title={words.leaveOf(person.name)}
      act={usePersonAct(person.id)}
      toAct={({ day, receiver, reason }: Values): PersonAct => ({
        act: 'leave',
        departure: { day: day.format('YYYY-MM-DD'), reason: reason.trim(), ...(receiver && { receiver }) },
      })}
      initial={{ day: dayjs(districtToday()) }}
      intro={<Preview id={person.id} />}
      done={words.done}
      onClose={onClose}
    >
      <Form.Item name="day" label={words.day} extra={words.dayHint} rules={given(messages.missing.any)}>
        <DatePicker className={styles['day'] ?? ''} />
      </Form.Item>
      <Form.Item name="receiver" label={words.receiver}>
        <Select
          allowClear={clearable}
          options={others.map(({ id, name, post }) => ({
            value: id,
            label: messages.caseAct.personOption(name, post),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={words.leaveReason} rules={written(messages.missing.any)}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

function Preview({ id }: { id: string }): ReactElement {
  const preview = useLeavingPreview(id);
  if (preview.isError) return <Alert type="error" showIcon role="alert" title={problemText(preview.error)} />;
  if (!preview.data) return <Loading lines={2} />;
  const { tasks, total, leftEmpty } = preview.data;
  return (
    <>
      <Alert
        type="info"
        role="status"
        className={styles['note'] ?? ''}
        title={words.tasks(total)}
        description={
          <>
            <ul>
              {tasks.map(({ code, step, unit, held }) => (
                <li key={`${code}${step}`}>
                  {words.task(code, step, unit)}
                  {!held && ` · ${words.offered}`}
                </li>
              ))}
            </ul>
            <p>{words.consequences}</p>
          </>
        }
      />
      {leftEmpty.length > 0 && (
        <Alert
          type="warning"
          className={styles['note'] ?? ''}
          title={words.leftEmpty(leftEmpty.join(messages.marks.list))}
        />
      )}
    </>
  );
}
