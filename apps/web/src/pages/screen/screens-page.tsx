import { App, Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ScreenLink } from '../../api/model.js';
import { useEndScreenLink, useScreenLinks } from '../../api/screens.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { problemText } from '../../format/problem-text.js';
import { dayText, districtToday, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { LinkDialog } from './link-dialog.js';
import { MadeLink } from './made-link.js';

const words = pageWords.screen;

const columns: readonly Column<ScreenLink>[] = [
  { key: 'name', title: words.name, cell: ({ name }) => name },
  { key: 'unit', title: words.unit, width: 160, cell: ({ unit }) => unit },
  {
    key: 'until',
    title: words.until,
    width: 110,
    cell: ({ until }) => <span className="number">{dayText(until)}</span>,
  },
  { key: 'made', title: words.madeBy, width: 180, cell: ({ madeBy, madeAt }) => `${longTime(madeAt)} ${madeBy}` },
  { key: 'state', title: words.state, width: 170, cell: stateOf },
  { key: 'act', title: messages.column.act, width: 88, cell: (link) => (isOver(link) ? null : <End link={link} />) },
];

/** Links of screens in halls: who made which, and ending them. */
export function ScreensPage(): ReactElement {
  const links = useScreenLinks();
  const [adds, setAdds] = useState(false);
  const [made, setMade] = useState<string>();
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button type="primary" onClick={() => setAdds(true)}>
          {words.add}
        </Button>
      </PageHeader>
      {links.isPending && <Loading />}
      {links.isError && !links.data && <Failure error={links.error} onRetry={() => void links.refetch()} />}
      {links.data?.length === 0 && <Empty text={words.empty} />}
      {links.data && links.data.length > 0 && (
        <PlainList caption={words.title} columns={columns} rows={links.data} rowKey={({ id }) => id} />
      )}
      {adds && <LinkDialog onMade={setMade} onClose={() => setAdds(false)} />}
      {made !== undefined && <MadeLink token={made} onClose={() => setMade(undefined)} />}
    </>
  );
}

function isOver({ endedAt, until }: ScreenLink): boolean {
  return endedAt !== null || until < districtToday();
}

function stateOf(link: ScreenLink): string {
  const { endedAt, endedBy } = link;
  if (endedAt !== null) return words.ended(longTime(endedAt), endedBy ?? '');
  return isOver(link) ? words.over : words.works;
}

function End({ link: { id, name } }: { link: ScreenLink }): ReactElement {
  const { message } = App.useApp();
  const end = useEndScreenLink();
  return (
    <Popconfirm
      title={words.confirm}
      okText={words.end}
      cancelText={messages.act.cancel}
      onConfirm={() => end.mutate(id, { onError: (error) => void message.error(problemText(error)) })}
    >
      <Button size="small" aria-label={words.endOf(name)}>
        {words.end}
      </Button>
    </Popconfirm>
  );
}
