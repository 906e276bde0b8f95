import { FilterOutlined, SettingOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useInboxViews } from '../../api/inbox-views.js';
import type { Box, InboxLook } from '../../api/model.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { conditionCount } from './box-look.js';
import { isSortable } from './inbox-columns.js';
import styles from './list-tools.module.css';
import type { BoxLook } from './use-box-look.js';

const FilterDrawer = lazy(async () => ({ default: (await import('./filter-drawer.js')).FilterDrawer }));
const ColumnsDialog = lazy(async () => ({ default: (await import('./columns-dialog.js')).ColumnsDialog }));
const ViewsDrawer = lazy(async () => ({ default: (await import('./views-drawer.js')).ViewsDrawer }));

const words = messages.inbox;

/** How a list is looked at: by which view, filtered by what, with which columns; in cards also in which order. */
export function ListTools(props: BoxLook & { readonly box: Box }): ReactElement {
  const { box, look, change } = props;
  const narrow = useNarrow();
  const [open, setOpen] = useState<'filter' | 'columns' | 'views'>();
  const filters = conditionCount(look.conditions);
  const close = () => setOpen(undefined);
  return (
    <>
      <ViewMenu {...props} onManage={() => setOpen('views')} />
      <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen('filter')}>
        {filters > 0 ? words.filter.openWith(filters) : words.filter.open}
      </Button>
      {narrow && isSortable(box) && (
        <Select<NonNullable<InboxLook['sort']>>
          value={look.sort ?? 'due'}
          aria-label={messages.list.sortLabel}
          onChange={(sort) => change({ sort })}
          options={[
            { value: 'due', label: messages.list.sortDue },
            { value: 'received', label: messages.list.sortReceived },
            { value: 'code', label: words.columns.sortCode },
          ]}
        />
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

const [usual, manage] = ['usual', 'manage'];

/** The views that one has; they are asked for when the list opens. */
function ViewMenu(props: BoxLook & { readonly box: Box; readonly onManage: () => void }): ReactElement {
  const { box, view, changed, use, onManage } = props;
  const [opened, setOpened] = useState(false);
  const views = useInboxViews(box, opened || view !== undefined).data ?? [];
  return (
    <Select
      className={styles['views'] ?? ''}
      aria-label={words.view.label}
      prefix={<TableOutlined aria-hidden />}
      popupMatchSelectWidth={false}
      value={view?.id ?? usual}
      labelRender={({ label }) => (view && changed ? words.view.changed(view.name) : label)}
      onOpenChange={(now) => now && setOpened(true)}
      onSelect={(key) => (key === manage ? onManage() : use(views.find(({ id }) => id === key)))}
      options={[
        { value: usual, label: words.view.usual },
        ...views.map(({ id, name, own, owner }) => ({
          value: id,
          label: own ? name : messages.marks.aside(name, words.view.by(owner)),
        })),
        { value: manage, label: words.view.manage },
      ]}
    />
  );
}
