import { Alert, App, Button, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SettledSignIn, SignInSettings } from '../../api/model.js';
import { useRoles } from '../../api/people.js';
import { useDecideSignIn } from '../../api/sign-in-settings.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './sign-in-settings-page.module.css';

const words = pageWords.account.settings;

/** Each whole number with the least and the most that it may be. */
const numbers = [
  ['maximumFailures', 3, 20],
  ['lockMinutes', 5, 1_440],
  ['minimumLength', 8, 64],
  ['minimumKinds', 1, 4],
  ['passwordHistory', 1, 24],
  ['idleMinutes', 5, 480],
  ['apiTokenDays', 1, 365],
  ['apiTokenPerMinute', 10, 100_000],
] as const;

type Values = SignInSettings & { readonly note: string };

/** Decides what sign-in asks, with the grounds. */
export function SignInSettingsForm({ settled }: { settled: SettledSignIn }): ReactElement {
  const { message } = App.useApp();
  const decide = useDecideSignIn();
  const submit = ({ note, ...value }: Values) =>
    decide.mutate(
      { version: settled.version, value: { ...value, passwordDays: value.passwordDays ?? null }, note },
      { onSuccess: () => void message.success(words.saved) },
    );
  return (
    <Form<Values> layout="vertical" initialValues={settled.value} onFinish={submit}>
      <div className={`sheet ${styles['part']}`}>
        <div className={styles['fields']}>
          {numbers.map(([name, min, max]) => (
            <Form.Item key={name} name={name} label={words[name]} rules={given(messages.missing.any)}>
              <InputNumber min={min} max={max} precision={0} />
            </Form.Item>
          ))}
          <Form.Item name="passwordDays" label={words.passwordDays} extra={words.passwordDaysHint}>
            <InputNumber min={1} max={3_650} precision={0} />
          </Form.Item>
        </div>
        <RolesField name="secondFactorRoles" />
        <RolesField name="singleSessionRoles" />
        {decide.error && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={problemText(decide.error)}
            className={styles['alert'] ?? ''}
          />
        )}
        <Form.Item name="note" label={words.note} rules={written(words.noteMissing)}>
          <Input maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={decide.isPending}>
          {words.save}
        </Button>
      </div>
    </Form>
  );
}

function RolesField({ name }: { name: 'secondFactorRoles' | 'singleSessionRoles' }): ReactElement {
  const roles = useRoles();
  return (
    <Form.Item name={name} label={words[name]}>
      <Select
        mode="multiple"
        loading={roles.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        options={(roles.data ?? []).map(({ code, name: said }) => ({ value: code, label: messages.said.role(said) }))}
      />
    </Form.Item>
  );
}
