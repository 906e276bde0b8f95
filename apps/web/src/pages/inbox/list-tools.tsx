import { FilterOutlined, SettingOutlined, TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Box } from '../../api/model.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { conditionCount } from './box-look.js';
import { isSortable } from './inbox-columns.js';
import styles from './list-tools.module.css';
import type { BoxLook } from './use-box-look.js';

// The lists that drop down are much to load: the lines of the inbox do not wait for them.
const ViewMenu = lazy(async () => ({ default: (await import('./view-menu.js')).ViewMenu }));
const SortSelect = lazy(async () => ({ default: (await import('./sort-select.js')).SortSelect }));
const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer.js')).FilterDrawer }));
const ColumnsDialog = lazy(async () => ({ default: (await import('./columns-dialog.js')).ColumnsDialog }));
const ViewsDrawer = lazy(async () => ({ default: (await import('./views-drawer.js')).ViewsDrawer }));

const words = messages.inbox;

/** How a list is looked at: by which view, filtered by what, with which columns; in cards also in which order. */
export function ListTools(props: BoxLook & { readonly box: Box }): ReactElement {
  const { box, look, view, change } = props;
  const narrow = useNarrow();
  const [open, setOpen] = useState<'filter' | 'columns' | 'views'>();
  const filters = conditionCount(look.conditions);
  const close = () => setOpen(undefined);
  return (
    <>
      <Suspense fallback={<Waiting text={view?.name ?? words.view.usual} />}>
        <ViewMenu {...props} onManage={() => setOpen('views')} />
      </Suspense>
      <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen('filter')}>
        {filters > 0 ? words.filter.openWith(filters) : words.filter.open}
      </Button>
      {narrow && isSortable(box) && (
        <Suspense fallback={<Waiting text={messages.list.sortDue} />}>
          <SortSelect sort={look.sort} onSort={(sort) => change({ sort })} />
        </Suspense>
      )}
      <Button icon={<SettingOutlined aria-hidden />} onClick={() => setOpen('columns')}>
        {words.columns.open}
      </Button>
      <Suspense>
        {open === 'filter' && (
          <FilterDrawer
            box={box}
            conditions={look.conditions ?? {}}
            onApply={(conditions) => change({ conditions })}
            onClose={close}
          />
        )}
        {open === 'columns' && <ColumnsDialog look={look} onApply={change} onClose={close} />}
        {open === 'views' && <ViewsDrawer {...props} onClose={close} />}
      </Suspense>
    </>
  );
}

/** Holds the place of a list that drops down, so that nothing moves when it comes. */
function Waiting({ text }: { text: string }): ReactElement {
  return (
    <Button disabled icon={<TableOutlined aria-hidden />} className={styles['views'] ?? ''}>
      {text}
    </Button>
  );
}
