import { App, Button, Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { NoticeAddress } from '../../api/model.js';
import { useNoticeAddress, useSetNoticeAddress } from '../../api/notices.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './notices-page.module.css';

const words = messages.notices;

/** Asks for the mail address to which notices go as well. */
export function AddressForm(): ReactElement | null {
  const address = useNoticeAddress();
  return address.data ? <Fields address={address.data} /> : null;
}

function Fields({ address }: { address: NoticeAddress }): ReactElement {
  const { message } = App.useApp();
  const save = useSetNoticeAddress();
  const submit = ({ mail, daily }: { mail?: string; daily?: boolean }) => {
    const given = mail?.trim() ?? '';
    save.mutate(
      { mail: given === '' ? null : given, daily: daily ?? false },
      {
        onSuccess: () => void message.success(words.saved),
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };
  return (
    <section className={`sheet ${styles['address']}`} aria-label={words.byMail}>
      <h2 className={styles['heading']}>{words.byMail}</h2>
      <Form initialValues={{ mail: address.mail ?? '', daily: address.daily }} onFinish={submit}>
        <div className={styles['fields']}>
          <Form.Item name="mail" noStyle rules={[{ type: 'email', message: words.mailWrong }]}>
            <Input
              type="email"
              autoComplete="email"
              aria-label={words.mail}
              placeholder={words.mail}
              className={styles['mail'] ?? ''}
            />
          </Form.Item>
          <Form.Item name="daily" valuePropName="checked" noStyle>
            <Checkbox>{words.daily}</Checkbox>
          </Form.Item>
          <Button htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </div>
        <p className={styles['hint']}>{words.mailHint}</p>
      </Form>
    </section>
  );
}
