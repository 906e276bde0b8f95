import { lazy, Suspense, type ReactElement } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { Box, InboxConditions } from '../../api/model.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { SearchBox } from '../../components/search-box.js';
import { boxes } from '../../components/shell/menu.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { addressOf, askedConditions } from './asked-conditions.js';
import { BoxTabs } from './box-tabs.js';
import { conditionCount } from './box-look.js';
import { InboxList } from './inbox-list.js';
import { ListTools } from './list-tools.js';
import { useBoxLook } from './use-box-look.js';

const FilterChips = lazy(async () => ({ default: (await import('./filter-chips.js')).FilterChips }));

/** The inbox: one tab at a time, sorted by what runs out first. */
export function InboxPage(): ReactElement {
  const { box } = useParams();
  return isBox(box) ? <BoxPage key={box} box={box} /> : <Navigate to="/inbox/todo" replace />;
}

function BoxPage({ box }: { box: Box }): ReactElement {
  const phone = usePhone();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const asked = askedConditions(search);
  const boxLook = useBoxLook(box, asked);
  const { sort = 'due', columns, pageSize, conditions } = boxLook?.look ?? {};
  const filtered = conditionCount(conditions) > 0;
  const go = (wanted: InboxConditions, text: string) => setSearch(addressOf(wanted, text), { replace: true });
  // Who filters a box by themselves, or by a view, has done with what the link asked for.
  const tools = boxLook && {
    ...boxLook,
    change: (part: Parameters<typeof boxLook.change>[0]) => {
      if (asked && part.conditions) go({}, q);
      boxLook.change(part);
    },
    use: (view: typeof boxLook.view) => {
      if (asked) go({}, q);
      boxLook.use(view);
    },
  };
  return (
    <>
      {phone && <BoxTabs />}
      <PageHeader title={messages.box[box]} hint={messages.box.hint[box]} tabbed>
        {tools && <ListTools box={box} {...tools} />}
        <SearchBox value={q} onSearch={(text) => go(asked ?? {}, text)} />
      </PageHeader>
      {boxLook && conditions && filtered && (
        <Suspense>
          <FilterChips
            box={box}
            conditions={conditions}
            onChange={(next) => (asked ? go(next, q) : boxLook.change({ conditions: next }))}
          />
        </Suspense>
      )}
      {boxLook ? (
        <InboxList
          filter={{ box, sort, q, ...(filtered && conditions && { conditions }), ...(pageSize && { pageSize }) }}
          columns={columns}
          onSort={(key) => boxLook.change({ sort: key === 'code' || key === 'received' ? key : 'due' })}
        />
      ) : (
        <Loading lines={9} />
      )}
    </>
  );
}

function isBox(value: string | undefined): value is Box {
  return boxes.some((box) => box === value);
}
