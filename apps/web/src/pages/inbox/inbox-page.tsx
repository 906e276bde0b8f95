import { Select } from 'antd';
import { type ReactElement } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { Box } from '../../api/model.js';
import { PageHeader } from '../../components/page-header.js';
import { SearchBox } from '../../components/search-box.js';
import { boxes } from '../../components/shell/menu.js';
import { useNarrow, usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { BoxTabs } from './box-tabs.js';
import { isSortable } from './inbox-columns.js';
import { InboxList } from './inbox-list.js';

type Sort = 'due' | 'received';

/** The inbox: one tab at a time, sorted by what runs out first. */
export function InboxPage(): ReactElement {
  const { box } = useParams();
  const phone = usePhone();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  if (!isBox(box)) return <Navigate to="/inbox/todo" replace />;

  const q = search.get('q') ?? '';
  const sort: Sort = search.get('sort') === 'received' ? 'received' : 'due';
  const change = (part: Record<string, string>) => {
    const next = { q, sort, ...part };
    setSearch({ ...(next.q && { q: next.q }), ...(next.sort !== 'due' && { sort: next.sort }) }, { replace: true });
  };

  return (
    <>
      {phone && <BoxTabs />}
      <PageHeader title={messages.box[box]} hint={messages.box.hint[box]} tabbed>
        {narrow && isSortable(box) && (
          <Select<Sort>
            value={sort}
            aria-label={messages.list.sortLabel}
            onChange={(value) => change({ sort: value })}
            options={[
              { value: 'due', label: messages.list.sortDue },
              { value: 'received', label: messages.list.sortReceived },
            ]}
          />
        )}
        <SearchBox key={box} value={q} onSearch={(text) => change({ q: text })} />
      </PageHeader>
      <InboxList filter={{ box, sort, q }} onSort={(key) => change({ sort: key })} />
    </>
  );
}

function isBox(value: string | undefined): value is Box {
  return boxes.some((box) => box === value);
}
