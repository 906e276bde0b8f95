import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { useForms } from '../../api/forms.js';
import type { FormVersion } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.forms;

const columns: readonly Column<FormVersion>[] = [
  {
    key: 'name',
    title: words.column.name,
    cell: (it) => <Link to={`/forms/${encodeURIComponent(it.key)}`}>{it.name}</Link>,
  },
  { key: 'key', title: words.column.key, width: 220, cell: (it) => it.key },
  { key: 'version', title: words.column.version, width: 100, cell: (it) => words.version(it.version) },
  {
    key: 'madeAt',
    title: words.column.madeAt,
    width: 180,
    cell: (it) => <span className="number">{longTime(it.madeAt)}</span>,
  },
  { key: 'madeBy', title: words.column.madeBy, width: 140, cell: (it) => it.madeBy ?? words.product },
];

/** The forms that steps may show. */
export function FormsPage(): ReactElement {
  const navigate = useNavigate();
  const may = useMay();
  const forms = useForms();
  const rows = forms.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {may('workflow.deploy') && (
          <Button type="primary" onClick={() => void navigate('/forms/new')}>
            {words.add}
          </Button>
        )}
      </PageHeader>
      {forms.isPending && <Loading lines={3} />}
      {forms.isError && !rows && <Failure error={forms.error} onRetry={() => void forms.refetch()} />}
      {rows?.length === 0 && <Empty text={words.empty} />}
      {rows && rows.length > 0 && (
        <PlainList caption={words.title} columns={columns} rows={rows} rowKey={(it) => it.key} />
      )}
      {rows && rows.length > 0 && <MoreButton list={forms} shown={rows.length} />}
    </>
  );
}
