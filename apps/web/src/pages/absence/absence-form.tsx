import { Alert, App, Button, Form, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { usePeers, useSetAbsence } from '../../api/absences.js';
import { useMay, useMe } from '../../api/session.js';
import { InstantPicker } from '../../components/instant-picker.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { given } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { districtInstant } from '../../format/picked-time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './absence-page.module.css';

const words = pageWords.absence;

interface Values {
  readonly person?: string;
  readonly substitute: string;
  readonly from: Dayjs;
  readonly until: Dayjs;
}

/** Asks from when to when somebody is away, and who stands in; who assigns tasks asks for colleagues too. */
export function AbsenceForm(): ReactElement {
  const { message } = App.useApp();
  const me = useMe();
  const assigns = useMay()('task.assign');
  const peers = usePeers();
  const save = useSetAbsence();
  const [refusal, setRefusal] = useState<string>();
  const [form] = Form.useForm<Values>();
  const person = Form.useWatch('person', form) ?? me.id;
  const people = [{ id: me.id, name: me.name, post: words.myself }, ...(peers.data ?? [])];
  const options = people.map(({ id, name, post }) => ({ value: id, label: messages.caseAct.personOption(name, post) }));
  const submit = ({ from, until, ...who }: Values) =>
    save.mutate(
      { ...who, from: districtInstant(from), until: districtInstant(until) },
      {
        onSuccess: () => {
          void message.success(words.saved);
          form.resetFields();
        },
        onError: (error) => setRefusal(showFieldProblems(form, error) ? undefined : problemText(error)),
      },
    );
  return (
    <section className={`sheet ${styles['form']}`} aria-label={words.set}>
      <Form form={form} layout="vertical" initialValues={{ person: me.id }} onFinish={submit}>
        <div className={styles['fields']}>
          {assigns && (
            <Form.Item name="person" label={words.person}>
              <Select options={options} />
            </Form.Item>
          )}
          <Form.Item name="substitute" label={words.substitute} rules={given(words.substituteMissing)}>
            <Select loading={peers.isPending} options={options.filter(({ value }) => value !== person)} />
          </Form.Item>
          <Form.Item name="from" label={words.from} rules={given(words.timeMissing)}>
            <InstantPicker className={styles['time'] ?? ''} />
          </Form.Item>
          <Form.Item name="until" label={words.until} rules={given(words.timeMissing)}>
            <InstantPicker className={styles['time'] ?? ''} />
          </Form.Item>
        </div>
        {refusal && <Alert type="error" showIcon role="alert" title={refusal} />}
        {/* No submit button: Enter in a field of a time takes the time, and no more. */}
        <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
          {words.set}
        </Button>
      </Form>
    </section>
  );
}
