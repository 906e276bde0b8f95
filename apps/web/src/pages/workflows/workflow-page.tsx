import { lazy, Suspense, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../api/session.js';
import { useWorkflows, useWorkflowXml } from '../../api/workflows.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { messages } from '../../messages/messages.js';
import { Incidents } from './incidents.js';
import { LiveView } from './live-view.js';

const Diagram = lazy(async () => ({ default: (await import('../../components/diagram/diagram.js')).Diagram }));

/** One version of a workflow as a diagram to look at; for operators with what goes on in it. */
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
      {xml.isPending && <Loading />}
      {xml.isError && <Failure error={xml.error} onRetry={() => void xml.refetch()} />}
      {xml.data && !may('workflow.operate') && (
        <div className="sheet">
          <Suspense fallback={<Loading />}>
            <Diagram xml={xml.data} />
          </Suspense>
        </div>
      )}
      {xml.data && may('workflow.operate') && (
        <LiveView processKey={key} version={Number(version)} xml={xml.data}>
          <Incidents processKey={key} version={Number(version)} />
        </LiveView>
      )}
    </>
  );
}
