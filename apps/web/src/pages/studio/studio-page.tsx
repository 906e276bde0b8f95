import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { useWorkflowFiles, useWorkflowNames } from '../../api/studio.js';
import { useWorkflows } from '../../api/workflows.js';
import type { Workflow } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { studioWords } from '../../messages/workflow-words.js';
import { dropDraft } from './browser-draft.js';
import { StudioDesk } from './studio-desk.js';

/** The editor of a workflow, begun from its latest version. */
export function StudioPage(): ReactElement {
  const { key = '' } = useParams();
  const workflows = useWorkflows();
  const latest = workflows.data?.find((it) => it.key === key);
  // A version that comes while somebody edits does not take what is edited away.
  const [begun, setBegun] = useState<Workflow>();
  if (latest && begun?.key !== key) setBegun(latest);
  const workflow = begun?.key === key ? begun : latest;
  if (workflows.isError) return <Failure error={workflows.error} onRetry={() => void workflows.refetch()} />;
  if (workflows.isPending) return <Loading />;
  if (!workflow) return <Empty as="h1" text={messages.failure.notFound} />;
  return (
    <Studio workflow={workflow} latest={latest?.version ?? workflow.version} onRenew={() => setBegun(undefined)} />
  );
}

interface Props {
  readonly workflow: Workflow;
  readonly latest: number;
  /** Begins anew from the latest version. */
  readonly onRenew: () => void;
}

function Studio({ workflow, latest, onRenew }: Props): ReactElement {
  const { key, version, name } = workflow;
  const phone = usePhone();
  const files = useWorkflowFiles(key, version);
  const names = useWorkflowNames();
  const [turn, setTurn] = useState(0);
  const failed = [files, names].find(({ isError }) => isError);
  return (
    <>
      <PageHeader title={studioWords.title(name)} hint={studioWords.hintVersion(version)}>
        <Link to={`/workflows/${encodeURIComponent(key)}/${version}`}>{studioWords.back}</Link>
      </PageHeader>
      {phone && <p>{studioWords.narrow}</p>}
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (files.isPending || names.isPending) && <Loading />}
      {/* A new version is a new start of the editor. */}
      {files.data && names.data && (
        <StudioDesk
          key={`${version} ${turn}`}
          workflow={workflow}
          latest={latest}
          files={files.data}
          names={names.data}
          onRenew={() => {
            dropDraft(key);
            setTurn(turn + 1);
            onRenew();
          }}
        />
      )}
    </>
  );
}
