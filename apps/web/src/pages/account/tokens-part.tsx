import { App, Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSecondFactor } from '../../api/account.js';
import { useMakeOwnApiToken, useOwnApiTokens, useRevokeApiToken } from '../../api/api-tokens.js';
import type { ApiToken, NewOwnApiToken } from '../../api/model.js';
import { useMe } from '../../api/session.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { ConfirmationFields } from './confirmation-fields.js';
import { MadeToken } from './made-token.js';
import { TokenFields } from './token-fields.js';

const words = pageWords.tokens;

/** Tokens by which programs act for oneself. */
export function TokensPart(): ReactElement {
  const tokens = useOwnApiTokens();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<string>();
  const live = tokens.data?.filter(({ state }) => state === 'live') ?? [];
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <p className={styles['hint']}>{words.hint}</p>
      {tokens.isPending && <Loading lines={1} />}
      {tokens.isError && <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && live.length === 0 && <p className={styles['state']}>{words.empty}</p>}
      <ul className={styles['sessions']}>
        {live.map((token) => (
          <Line key={token.id} token={token} />
        ))}
      </ul>
      <Button onClick={() => setMaking(true)}>{words.make}</Button>
      {making && <Make onClose={() => setMaking(false)} onMade={setMade} />}
      {made !== undefined && <MadeToken token={made} onKept={() => setMade(undefined)} />}
    </section>
  );
}

function Make({ onClose, onMade }: { onClose: () => void; onMade: (token: string) => void }): ReactElement {
  const { permissions, signsInBy } = useMe();
  const factor = useSecondFactor();
  return (
    <FormDialog
      title={words.make}
      act={useMakeOwnApiToken()}
      toAct={(values: NewOwnApiToken) => values}
      initial={{ days: 90 }}
      onClose={onClose}
      onDone={({ token }) => onMade(token)}
    >
      <TokenFields permissions={permissions} />
      {signsInBy === 'password' && <ConfirmationFields hasFactor={(factor.data?.since ?? null) !== null} />}
    </FormDialog>
  );
}

function Line({ token: { id, name, start, scopes, expiresAt, usedOn } }: { token: ApiToken }): ReactElement {
  const { message } = App.useApp();
  const revoke = useRevokeApiToken('own');
  const submit = () =>
    revoke.mutate(id, {
      onSuccess: () => void message.success(words.revoked),
      onError: (error) => void message.error(problemText(error)),
    });
  const use = usedOn === null ? words.never : words.used(dayText(usedOn));
  const facts = [words.start(start), words.until(longTime(expiresAt)), use];
  return (
    <li className={styles['session']}>
      <div>
        <p>{name}</p>
        <p className={styles['hint']}>
          {scopes.map((scope) => words.permission[scope] ?? scope).join(messages.marks.list)}
          <br />
          {facts.join(messages.marks.list)}
        </p>
      </div>
      <Popconfirm title={words.confirm} okText={words.revoke} cancelText={messages.act.cancel} onConfirm={submit}>
        <Button size="small" loading={revoke.isPending} aria-label={words.revokeOf(name)}>
          {words.revoke}
        </Button>
      </Popconfirm>
    </li>
  );
}
