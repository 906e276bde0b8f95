import { lazy, Suspense, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../api/session.js';
import { useWorkflows, useWorkflowXml } from '../../api/workflows.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { messages } from '../../messages/messages.js';

const Diagram = lazy(async () => ({ default: (await import('../../components/diagram/diagram.js')).Diagram }));

/** One version of a workflow as a diagram to look at. */
export function WorkflowPage(): ReactElement {
  const { key = '', version = '' } = useParams();
  const may = useMay();
  const name = useWorkflows().data?.find((it) => it.key === key)?.name ?? key;
  const xml = useWorkflowXml(key, Number(version));
  return (
    <>
      <PageHeader title={name} hint={messages.casePage.version(Number(version))}>
        {may('workflow.deploy') && (
          <Link to={`/workflows/${encodeURIComponent(key)}/edit`}>{messages.workflows.edit}</Link>
        )}
        <Link to="/workflows">{messages.workflows.back}</Link>
      </PageHeader>
      <div className="sheet">
        {xml.isPending && <Loading />}
        {xml.isError && <Failure error={xml.error} onRetry={() => void xml.refetch()} />}
        {xml.data && (
          <Suspense fallback={<Loading />}>
            <Diagram xml={xml.data} />
          </Suspense>
        )}
      </div>
    </>
  );
}
