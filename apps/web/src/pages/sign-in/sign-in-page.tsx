import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { Credentials } from '../../api/model.js';
import { ApiProblem } from '../../api/problem.js';
import { knowsPasskeys } from '../../api/passkeys.js';
import { sessionEnd, useSession, useSignIn, type SessionEnding } from '../../api/session.js';
import { LanguageLinks } from '../../components/language-links.js';
import { landingFor } from '../../components/shell/menu.js';
import { Seal } from '../../components/shell/seal.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { LevelLadder } from './level-ladder.js';
import { PasskeyStep } from './passkey-step.js';
import { ProviderPart } from './provider-part.js';
import styles from './sign-in-page.module.css';

const words = messages.signIn;

/** What is said of a session that ended, where it did not end by oneself. */
const endings: Readonly<Record<SessionEnding, string | undefined>> = {
  expired: words.expired,
  elsewhere: words.elsewhere,
  revoked: words.revoked,
  'signed-out': undefined,
};

/** User name and password, and the code of who has a second factor; afterwards back to the page that was asked for. */
export function SignInPage(): ReactElement {
  const session = useSession();
  const signIn = useSignIn();
  const [form] = Form.useForm<Credentials>();
  const [asked, setAsked] = useState<{ readonly options: unknown }>();
  const [search] = useSearchParams();
  const [provider, setProvider] = useState(search.get('provider'));
  const next = ownPath(search.get('next'));
  const permissions = session.data?.me.permissions;
  if (permissions)
    return <Navigate to={next ?? landingFor((permission) => permissions.includes(permission))} replace />;

  const asksCode = isAsked(signIn.error);
  const ending = endings[sessionEnd() ?? 'signed-out'];
  const submit = (values: Credentials) =>
    signIn.mutate(values, {
      onError: (error) => {
        if (isAsked(error)) setAsked({ options: error.facts['passkey'] });
        // What a key is asked to sign it is asked once: after a refusal the code remains.
        else if (values.passkey) setAsked({ options: undefined });
      },
    });
  const startAnew = () => {
    setAsked(undefined);
    signIn.reset();
    form.resetFields();
  };
  return (
    <div className={styles['page']}>
      <title>{`${words.title} · ${messages.product.name}`}</title>
      <header className={styles['brand']}>
        <Seal size={56} />
        <p className={styles['name']}>{messages.product.line}</p>
        <p className={styles['statement']}>{words.statement}</p>
        <LevelLadder />
      </header>
      <main className={styles['sheet']}>
        <h1 className={styles['title']}>{words.title}</h1>
        {asksCode || <Told error={signIn.error ?? refusalOf(provider)} ending={asked ? undefined : ending} />}
        <Form<Credentials>
          form={form}
          hidden={provider === 'code'}
          layout="vertical"
          size="large"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={submit}
        >
          {asked && (
            <Form.Item name="code" label={words.code} extra={words.codeHint} rules={given(words.codeMissing)}>
              <Input autoComplete="one-time-code" autoCapitalize="none" autoFocus maxLength={40} spellCheck={false} />
            </Form.Item>
          )}
          <Form.Item
            name="username"
            hidden={asked !== undefined}
            label={words.username}
            rules={written(words.usernameMissing)}
          >
            <Input autoComplete="username" autoCapitalize="none" autoFocus spellCheck={false} />
          </Form.Item>
          <Form.Item
            name="password"
            hidden={asked !== undefined}
            label={words.password}
            rules={given(words.passwordMissing)}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {asked?.options !== undefined && knowsPasskeys && (
            <PasskeyStep
              options={asked.options}
              onAnswer={(passkey) => submit({ ...(form.getFieldsValue(true) as Credentials), passkey })}
            />
          )}
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {words.submit}
          </Button>
          {asked && (
            <Button type="link" block onClick={startAnew}>
              {words.other}
            </Button>
          )}
        </Form>
        <ProviderPart
          asks={asked ? 'nothing' : provider}
          next={next}
          left={sessionEnd() === 'signed-out'}
          onOther={() => setProvider(null)}
        />
        <p className={styles['resident']}>
          <a href="/public">{words.resident}</a>
          <LanguageLinks />
        </p>
      </main>
    </div>
  );
}

/** Why one is here: what went wrong, or how the last session ended. */
function Told({ error, ending }: { error: Error | null; ending: string | undefined }): ReactElement | null {
  const className = styles['alert'] ?? '';
  if (error) return <Alert type="error" showIcon title={problemText(error)} className={className} role="alert" />;
  return ending === undefined ? null : <Alert type="info" showIcon title={ending} className={className} />;
}

/** Why the provider sent one back, as its address says. */
function refusalOf(provider: string | null): Error | null {
  if (provider === null || provider === 'code') return null;
  return new ApiProblem({ status: 401, code: provider, title: '', detail: '' });
}

function isAsked(error: Error | null): error is ApiProblem {
  return error instanceof ApiProblem && error.code === 'second-factor-needed';
}

/** Only a path of this site; anything else could lead a freshly signed-in user astray. */
function ownPath(next: string | null): string | undefined {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : undefined;
}
