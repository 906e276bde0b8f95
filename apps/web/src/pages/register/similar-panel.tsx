import { Button, Checkbox, Form, Input, type FormInstance } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useSimilarCases, type Matter } from '../../api/similar-cases.js';
import { shortTime } from '../../format/time.js';
import { useSettled } from '../../hooks/use-settled.js';
import { messages } from '../../messages/messages.js';
import type { RegisterValues } from './register-values.js';
import styles from './similar-panel.module.css';

const words = messages.register;
/** How long somebody must have stopped typing before the question is asked, in milliseconds. */
const pause = 600;

/** What earlier cases tell while a request is written: whether it is there already, and which category it may have. */
export function SimilarPanel({ form }: { form: FormInstance<RegisterValues> }): ReactElement {
  const typed = JSON.stringify(matterOf(Form.useWatch([], form)));
  const similar = useSimilarCases(JSON.parse(useSettled(typed, pause)) as Matter);
  const category = Form.useWatch('category', form);
  const chosen = Form.useWatch('repeats', form);
  const { repeats = [], categories = [] } = similar.data ?? {};
  const stale = similar.data !== undefined && chosen !== undefined && !repeats.some(({ id }) => id === chosen);
  useEffect(() => {
    if (stale) form.setFieldValue('repeats', undefined); // what is written now is about something else
  }, [stale, form]);
  const advised = categories.filter(({ code }) => code !== category);
  return (
    <div aria-live="polite">
      <Form.Item name="repeats" hidden>
        <Input />
      </Form.Item>
      {repeats.length > 0 && (
        <section className={styles['panel']}>
          <h3 className={styles['heading']}>{words.repeats}</h3>
          <ul className={styles['list']}>
            {repeats.map((it) => (
              <li key={it.id}>
                <Link to={`/cases/${it.id}`} target="_blank">
                  {it.title}
                </Link>
                <span className={styles['facts']}>
                  {[it.samePerson && words.samePerson, it.unit, shortTime(it.receivedAt)].filter(Boolean).join(' · ')}
                </span>
                <Checkbox
                  checked={chosen === it.id}
                  onChange={({ target }) => form.setFieldValue('repeats', target.checked ? it.id : undefined)}
                >
                  {words.attach}
                </Checkbox>
              </li>
            ))}
          </ul>
        </section>
      )}
      {advised.length > 0 && (
        <section className={styles['panel']}>
          <h3 className={styles['heading']}>{words.advised}</h3>
          <div className={styles['advice']}>
            {advised.map(({ code, name, share, because }) => (
              <Button
                key={code}
                size="small"
                title={because.map(({ title }) => title).join(messages.marks.clause)}
                onClick={() => form.setFieldValue('category', code)}
              >
                {words.advice(name, share)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

function matterOf(values: Partial<RegisterValues> | undefined): Matter {
  const { title = '', text = '', address = '', resident } = values ?? {};
  return { title, text, address, phone: resident?.phone ?? '' };
}
