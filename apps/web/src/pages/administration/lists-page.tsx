import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReferenceEntry, ReferenceList } from '../../api/model.js';
import { useReferenceLists } from '../../api/reference-lists.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { textOf, type FieldNames } from './differences.js';
import { EntryDrawer } from './entry-drawer.js';
import { useFieldNames } from './use-field-names.js';

const words = messages.lists;

/** The lists from which people choose, kept by administrators. */
export function ListsPage(): ReactElement {
  const lists = useReferenceLists();
  const [key, setKey] = useState<string>();
  const [edited, setEdited] = useState<ReferenceEntry | 'new'>();
  const list = lists.data?.find((each) => each.key === key) ?? lists.data?.[0];
  const names = useFieldNames(list);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {list?.grows && <Button onClick={() => setEdited('new')}>{messages.admin.add}</Button>}
      </PageHeader>
      {lists.isPending && <Loading />}
      {lists.isError && !lists.data && <Failure error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data && list && (
        <>
          <ListChoice lists={lists.data} chosen={list.key} onChoose={setKey} />
          {!list.grows && <p className={styles['hint']}>{words.closed}</p>}
          {list.entries.length === 0 ? (
            <Empty text={words.empty} />
          ) : (
            <PlainList
              caption={nameOf(list.key)}
              columns={columnsOf(list, names, setEdited)}
              rows={list.entries}
              rowKey={({ code }) => code}
            />
          )}
          {edited && <EntryDrawer list={list} entry={edited} onClose={() => setEdited(undefined)} />}
        </>
      )}
    </>
  );
}

function ListChoice(props: {
  lists: readonly ReferenceList[];
  chosen: string;
  onChoose: (key: string) => void;
}): ReactElement {
  return (
    <div className={styles['bar']}>
      <Select
        aria-label={words.choose}
        value={props.chosen}
        onChange={props.onChoose}
        showSearch={{ optionFilterProp: 'label' }}
        options={props.lists.map(({ key }) => ({ value: key, label: nameOf(key) }))}
      />
    </div>
  );
}

const wide: ReadonlySet<string> = new Set(['text', 'note', 'units']);

function columnsOf(
  list: ReferenceList,
  names: FieldNames,
  onEdit: (entry: ReferenceEntry) => void,
): Column<ReferenceEntry>[] {
  const { admin } = messages;
  return [
    {
      key: 'name',
      title: admin.name,
      cell: ({ name, code }) => (
        <>
          {name} <span className={styles['code']}>{code}</span>
        </>
      ),
    },
    ...list.fields.map(({ key, kind, notForAll }) => ({
      key,
      title: words.fields[key] ?? key,
      ...(!wide.has(kind) && { width: kind === 'day' || kind === 'entry' ? 110 : 150 }),
      cell: ({ values }: ReferenceEntry) => (
        <span className={styles['clamp']}>
          {notForAll && values[key] === null ? words.notApplicable : textOf(key, values[key], names)}
        </span>
      ),
    })),
    { key: 'position', title: admin.position, width: 80, cell: ({ position }) => position },
    {
      key: 'active',
      title: admin.state,
      width: 80,
      cell: ({ active }) => (active ? admin.inUse : <span className={styles['out']}>{admin.outOfUse}</span>),
    },
    {
      key: 'act',
      title: messages.column.act,
      width: 96,
      cell: (entry) => (
        <Button size="small" aria-label={admin.editOf(entry.name)} onClick={() => onEdit(entry)}>
          {admin.edit}
        </Button>
      ),
    },
  ];
}

function nameOf(key: string): string {
  return words.names[key] ?? key;
}
