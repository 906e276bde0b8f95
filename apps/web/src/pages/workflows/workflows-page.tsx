import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Workflow } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { useWorkflowDrafts } from '../../api/workflow-drafts.js';
import { useWorkflows } from '../../api/workflows.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { useNarrow } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { drawingWords } from '../../messages/workflow-words.js';
import { Incidents } from './incidents.js';
import { DraftList, TableList } from './drafts-and-tables.js';

const NewWorkflowDialog = lazy(async () => {
  return { default: (await import('./create/new-workflow-dialog.js')).NewWorkflowDialog };
});

const words = messages.column;

const name: Column<Workflow> = {
  key: 'name',
  title: words.workflow,
  cell: (it) => <Link to={pathOf(it)}>{it.name}</Link>,
};
const version: Column<Workflow> = {
  key: 'version',
  title: words.version,
  width: 90,
  cell: (it) => messages.casePage.version(it.version),
};
const columns: readonly Column<Workflow>[] = [
  name,
  { key: 'key', title: words.key, width: 240, cell: (it) => it.key },
  version,
  {
    key: 'deployedAt',
    title: words.deployedAt,
    width: 180,
    cell: (it) => <span className="number">{longTime(it.deployedAt)}</span>,
  },
];

/** The deployed workflows, each leading to its diagram; own drafts, and the decision tables of all. */
export function WorkflowsPage(): ReactElement {
  const navigate = useNavigate();
  const narrow = useNarrow();
  const may = useMay();
  const mayDeploy = may('workflow.deploy');
  const workflows = useWorkflows();
  const own = useWorkflowDrafts(mayDeploy);
  const drafts = own.data ?? [];
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader title={messages.workflows.title} hint={messages.workflows.hint}>
        {mayDeploy && (
          <Button type="primary" disabled={!workflows.data} onClick={() => setCreating(true)}>
            {drawingWords.create.button}
          </Button>
        )}
      </PageHeader>
      <div className="sheet">
        {workflows.isPending && <Loading lines={3} />}
        {workflows.isError && <Failure error={workflows.error} onRetry={() => void workflows.refetch()} />}
        {workflows.data?.length === 0 && <Empty text={messages.workflows.empty} />}
        {workflows.data && workflows.data.length > 0 && (
          <RecordTable
            caption={messages.workflows.title}
            columns={narrow ? [name, version] : columns}
            rows={workflows.data}
            rowKey={(it) => it.key}
            onOpen={(it) => void navigate(pathOf(it))}
          />
        )}
      </div>
      {/* What stands below comes when what is above it has its height. */}
      {!workflows.isPending && !own.isLoading && (
        <>
          {may('workflow.operate') && <Incidents />}
          <DraftList drafts={drafts} />
          <TableList mayEdit={mayDeploy} />
        </>
      )}
      {creating && workflows.data && (
        <Suspense fallback={null}>
          <NewWorkflowDialog
            workflows={workflows.data}
            drafts={drafts.map(({ key }) => key)}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </>
  );
}

function pathOf({ key, version: n }: Workflow): string {
  return `/workflows/${encodeURIComponent(key)}/${n}`;
}
