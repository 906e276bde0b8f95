import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { NoticeAddress } from '../../api/model.js';
import { useNoticeAddress, useSetNoticeAddress } from '../../api/notices.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './notices-page.module.css';

const words = messages.notices;

type Channel = NoticeAddress['channels'][number];

interface Values {
  readonly channels: Channel[];
  readonly mail?: string;
  readonly phone?: string;
  readonly wecom?: string;
  readonly daily: boolean;
  readonly language: NoticeAddress['language'];
}

/** Asks by which ways notices go out as well, and in which language. */
export function AddressForm(): ReactElement | null {
  const address = useNoticeAddress();
  return address.data ? <Fields address={address.data} /> : null;
}

function Fields({ address }: { address: NoticeAddress }): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('channels', form) ?? address.channels;
  const save = useSetNoticeAddress();
  const submit = ({ mail, phone, wecom, ...rest }: Values) =>
    save.mutate(
      {
        ...rest,
        mail: given(mail, address.mail),
        phone: given(phone, address.phone),
        wecom: given(wecom, address.wecom),
      },
      {
        onSuccess: () => void message.success(words.saved),
        onError: (error) => showFieldProblems(form, error) || void message.error(problemText(error)),
      },
    );
  const offered = (['mail', 'sms', 'wecom'] as const).filter(
    (channel) => channel === 'mail' || address.available.includes(channel),
  );
  return (
    <section className={`sheet ${styles['address']}`} aria-label={words.settings}>
      <h2 className={styles['heading']}>{words.settings}</h2>
      <Form form={form} initialValues={initialOf(address)} onFinish={submit} layout="vertical">
        {offered.length > 1 && (
          <Form.Item name="channels" label={words.channels}>
            <Checkbox.Group options={offered.map((value) => ({ value, label: words.channel[value] }))} />
          </Form.Item>
        )}
        <div className={styles['fields']}>
          {chosen.includes('mail') && (
            <Form.Item name="mail" label={words.mail} rules={[{ type: 'email', message: words.mailWrong }]}>
              <Input type="email" autoComplete="email" />
            </Form.Item>
          )}
          {offered.includes('sms') && chosen.includes('sms') && (
            <Form.Item name="phone" label={words.phone} rules={written(words.phoneWrong)}>
              <Input inputMode="tel" autoComplete="tel" />
            </Form.Item>
          )}
          {offered.includes('wecom') && chosen.includes('wecom') && (
            <Form.Item name="wecom" label={words.wecom} rules={written(words.wecomMissing)}>
              <Input autoComplete="off" />
            </Form.Item>
          )}
        </div>
        <div className={styles['fields']}>
          <Form.Item name="language" noStyle>
            <Select aria-label={words.language} options={languages} className={styles['language'] ?? ''} />
          </Form.Item>
          <Form.Item name="daily" valuePropName="checked" noStyle>
            <Checkbox>{words.daily}</Checkbox>
          </Form.Item>
          <Button htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </div>
        <p className={styles['hint']}>{words.settingsHint}</p>
      </Form>
    </section>
  );
}

const languages = (['zh-CN', 'en'] as const).map((value) => ({ value, label: words.languages[value] }));

function initialOf({ mail, phone, wecom, channels, daily, language }: NoticeAddress): Values {
  return { mail: mail ?? '', phone: phone ?? '', wecom: wecom ?? '', channels, daily, language };
}

/** What was typed; where the field is not shown, what is known already. */
function given(text: string | undefined, known: string | null): string | null {
  return text === undefined ? known : text.trim() || null;
}
