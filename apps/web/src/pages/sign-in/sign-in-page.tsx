import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { sessionEnd, useSession, useSignIn } from '../../api/session.js';
import { LanguageLinks } from '../../components/language-links.js';
import { landingFor } from '../../components/shell/menu.js';
import { Seal } from '../../components/shell/seal.js';
import { given, written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { LevelLadder } from './level-ladder.js';
import styles from './sign-in-page.module.css';

const words = messages.signIn;

/** User name and password; afterwards back to the page that was asked for. */
export function SignInPage(): ReactElement {
  const session = useSession();
  const signIn = useSignIn();
  const [search] = useSearchParams();
  const next = ownPath(search.get('next'));
  const permissions = session.data?.me.permissions;
  if (permissions)
    return <Navigate to={next ?? landingFor((permission) => permissions.includes(permission))} replace />;

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
        {sessionEnd() === 'expired' && !signIn.error && (
          <Alert type="info" showIcon title={words.expired} className={styles['alert'] ?? ''} />
        )}
        {signIn.error && (
          <Alert
            type="error"
            showIcon
            title={problemText(signIn.error)}
            className={styles['alert'] ?? ''}
            role="alert"
          />
        )}
        <Form
          layout="vertical"
          size="large"
          requiredMark={false}
          validateTrigger="onSubmit"
          onFinish={(values: { username: string; password: string }) => signIn.mutate(values)}
        >
          <Form.Item name="username" label={words.username} rules={written(words.usernameMissing)}>
            <Input autoComplete="username" autoCapitalize="none" autoFocus spellCheck={false} />
          </Form.Item>
          <Form.Item name="password" label={words.password} rules={given(words.passwordMissing)}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {words.submit}
          </Button>
        </Form>
        <p className={styles['resident']}>
          <a href="/public">{words.resident}</a>
          <LanguageLinks />
        </p>
      </main>
    </div>
  );
}

/** Only a path of this site; anything else could lead a freshly signed-in user astray. */
function ownPath(next: string | null): string | undefined {
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : undefined;
}
