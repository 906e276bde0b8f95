import { App, Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { useApiTokens, useRevokeApiToken } from '../../api/api-tokens.js';
import type { ApiToken } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { problemText } from '../../format/problem-text.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.tokens;

const columns: readonly Column<ApiToken>[] = [
  { key: 'name', title: words.name, cell: ({ name }) => name },
  {
    key: 'account',
    title: words.account,
    width: 170,
    cell: ({ account }) => messages.marks.aside(account.name, account.username),
  },
  {
    key: 'scopes',
    title: words.scopes,
    cell: ({ scopes }) => scopes.map((scope) => words.permission[scope] ?? scope).join(messages.marks.list),
  },
  { key: 'token', title: words.token, width: 140, cell: ({ start }) => <code>{words.start(start)}</code> },
  { key: 'by', title: words.by, width: 110, cell: ({ createdBy }) => createdBy },
  { key: 'term', title: words.term, width: 150, cell: ({ expiresAt }) => longTime(expiresAt) },
  {
    key: 'used',
    title: words.lastUse,
    width: 120,
    cell: ({ usedOn }) => (usedOn === null ? words.never : dayText(usedOn)),
  },
  { key: 'state', title: words.status, width: 80, cell: ({ state }) => words.state[state] },
  { key: 'act', title: messages.column.act, width: 90, cell: (token) => <Revoke token={token} /> },
];

/** Tokens of all programs. */
export function ApiTokensPage(): ReactElement {
  const tokens = useApiTokens();
  const rows = tokens.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.listHint} />
      {tokens.isPending && <Loading />}
      {tokens.isError && !tokens.data && <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <PlainList caption={words.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          <MoreButton list={tokens} shown={rows.length} />
        </>
      )}
    </>
  );
}

function Revoke({ token: { id, name, state } }: { token: ApiToken }): ReactElement | null {
  const { message } = App.useApp();
  const revoke = useRevokeApiToken('any');
  if (state !== 'live') return null;
  const submit = () =>
    revoke.mutate(id, {
      onSuccess: () => void message.success(words.revoked),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <Popconfirm title={words.confirm} okText={words.revoke} cancelText={messages.act.cancel} onConfirm={submit}>
      <Button size="small" loading={revoke.isPending} aria-label={words.revokeOf(name)}>
        {words.revoke}
      </Button>
    </Popconfirm>
  );
}
