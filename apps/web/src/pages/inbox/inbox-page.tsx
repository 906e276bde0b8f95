import { lazy, Suspense, type ReactElement } from 'react';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { Box, InboxLook } from '../../api/model.js';
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
  const boxLook = useBoxLook(box);
  const q = search.get('q') ?? '';
  const asked = askedConditions(search);
  const { sort = 'due', columns, pageSize, conditions } = { ...boxLook?.look, ...(asked && { conditions: asked }) };
  const filtered = conditionCount(conditions) > 0;
  // Who filters a box by themselves has done with what the link asked for.
  const change = (part: Partial<InboxLook>) => {
    if (asked && part.conditions) setSearch({}, { replace: true });
    boxLook?.change(part);
  };
  return (
    <>
      {phone && <BoxTabs />}
      <PageHeader title={messages.box[box]} hint={messages.box.hint[box]} tabbed>
        {boxLook && <ListTools box={box} {...boxLook} change={change} />}
        <SearchBox
          value={q}
          onSearch={(text) =>
            setSearch([...addressOf(asked ?? {}), ...(text ? [['q', text] as [string, string]] : [])], {
              replace: true,
            })
          }
        />
      </PageHeader>
      {boxLook && conditions && filtered && (
        <Suspense>
          <FilterChips
            box={box}
            conditions={conditions}
            onChange={(next) =>
              asked ? setSearch(addressOf(next), { replace: true }) : boxLook.change({ conditions: next })
            }
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
