import { App, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCategoryChanges, useChangeCategory, useKeptCategories } from '../../api/categories.js';
import { tableAddress } from '../../api/tables.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { placed, type PlacedCategory } from './category-tree.js';
import { ChangeHistory } from './change-history.js';
import { ImportDrawer } from './import-drawer.js';

const words = messages.categories;
const { admin } = messages;
/** More are found by searching. */
const mostShown = 200;

/** The topics: renamed, put out of use and back, brought in from a table. */
export function CategoriesPage(): ReactElement {
  const categories = useKeptCategories();
  const [sought, setSought] = useState('');
  const [renamed, setRenamed] = useState<PlacedCategory>();
  const [importing, setImporting] = useState(false);
  const found = placed(categories.data ?? []).filter(({ path, code }) => `${path} ${code}`.includes(sought.trim()));
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button href={tableAddress('categories')} download>
          {messages.table.export}
        </Button>
        <Button onClick={() => setImporting(true)}>{words.import}</Button>
      </PageHeader>
      <div className={styles['bar']}>
        <Input
          className={styles['search'] ?? ''}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      </div>
      {categories.isPending && <Loading />}
      {categories.isError && !categories.data && (
        <Failure error={categories.error} onRetry={() => void categories.refetch()} />
      )}
      {categories.data && found.length === 0 && <Empty text={words.empty} />}
      {found.length > 0 && (
        <PlainList
          caption={words.title}
          columns={columnsOf(setRenamed)}
          rows={found.slice(0, mostShown)}
          rowKey={({ code }) => code}
        />
      )}
      {found.length > mostShown && <p className={styles['hint']}>{words.more(found.length - mostShown)}</p>}
      {renamed && <RenameDialog category={renamed} onClose={() => setRenamed(undefined)} />}
      {importing && <ImportDrawer onClose={() => setImporting(false)} />}
    </>
  );
}

function columnsOf(onRename: (category: PlacedCategory) => void): Column<PlacedCategory>[] {
  return [
    { key: 'path', title: admin.name, cell: ({ path }) => path },
    { key: 'code', title: admin.code, width: 220, cell: ({ code }) => <span className={styles['code']}>{code}</span> },
    {
      key: 'active',
      title: admin.state,
      width: 90,
      cell: ({ active }) => (active ? admin.inUse : <span className={styles['out']}>{admin.outOfUse}</span>),
    },
    {
      key: 'act',
      title: messages.column.act,
      width: 150,
      cell: (category) => <Acts category={category} onRename={() => onRename(category)} />,
    },
  ];
}

function Acts(props: { category: PlacedCategory; onRename: () => void }): ReactElement {
  const { message } = App.useApp();
  const change = useChangeCategory();
  const { code, name, active, version } = props.category;
  const turn = () =>
    change.mutate(
      { code, change: { version, active: !active } },
      { onError: (error) => void message.error(problemText(error)) },
    );
  return (
    <div className={styles['acts']}>
      <Button size="small" aria-label={words.renameOf(name)} onClick={props.onRename}>
        {words.rename}
      </Button>
      <Button
        size="small"
        aria-label={active ? words.endOf(name) : words.backOf(name)}
        loading={change.isPending}
        onClick={turn}
      >
        {active ? words.end : words.back}
      </Button>
    </div>
  );
}

function RenameDialog({ category, onClose }: { category: PlacedCategory; onClose: () => void }): ReactElement {
  const { code, version } = category; // as it was when the dialog was opened
  return (
    <FormDialog
      title={words.renameOf(category.name)}
      submit={admin.save}
      act={useChangeCategory()}
      toAct={({ name }: { name: string }) => ({ code, change: { version, name: name.trim() } })}
      initial={{ name: category.name }}
      onClose={onClose}
    >
      <Form.Item name="name" label={admin.name} rules={written(words.nameMissing)}>
        <Input maxLength={50} />
      </Form.Item>
      <ChangeHistory changes={useCategoryChanges(code)} />
    </FormDialog>
  );
}
