import { App } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { KeptWorkflowDraft, Workflow } from '../../api/model.js';
import { lookUpAnew, queryClient } from '../../api/query-client.js';
import { useMe } from '../../api/session.js';
import { useWorkflowFiles, useWorkflowNames } from '../../api/studio.js';
import {
  dropWorkflowDraft,
  findWorkflowDraft,
  useWorkflowDraft,
  useWorkflowPresence,
} from '../../api/workflow-drafts.js';
import { useWorkflows } from '../../api/workflows.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { problemText } from '../../format/problem-text.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { drawingWords } from '../../messages/workflow-words.js';
import { studioWords } from '../../messages/workflow-words.js';
import { dropDraft, findDraft } from './drafts/browser-draft.js';
import { chooseDraft } from './drafts/choose-draft.js';
import { StudioDesk, type DeskProps } from './studio-desk.js';

/** The editor of a workflow, begun from its latest version or from one's own draft. */
export function StudioPage(): ReactElement {
  const { key = '' } = useParams();
  const workflows = useWorkflows();
  const kept = useWorkflowDraft(key);
  const [turn, setTurn] = useState(0);
  const failed = [workflows, kept].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!workflows.data || !kept.data || kept.isFetching) return <Loading />;
  const latest = workflows.data.find((it) => it.key === key);
  return (
    <Studio
      key={`${key} ${turn}`}
      processKey={key}
      latest={latest}
      kept={kept.data.draft}
      onRenew={() => setTurn((n) => n + 1)}
    />
  );
}

interface Props {
  readonly processKey: string;
  readonly latest: Workflow | undefined;
  readonly kept: KeptWorkflowDraft['draft'];
  /** Begins anew with what there is by then. */
  readonly onRenew: () => void;
}

function Studio({ processKey, latest, kept, onRenew }: Props): ReactElement {
  const { username } = useMe();
  // A version that comes while somebody edits does not take what is edited away.
  const [draft] = useState(() => chooseDraft(findDraft(username, processKey), kept));
  const [version] = useState(draft?.basedOn ?? latest?.version ?? 0);
  const name = latest?.name ?? draft?.name ?? '';
  const navigate = useNavigate();
  const { message } = App.useApp();
  const phone = usePhone();
  const forget = () => {
    dropDraft(username, processKey);
    queryClient.setQueryData(['workflow-draft', processKey], { draft: null });
  };
  const refuse = (error: unknown) => message.error(problemText(error));
  const drop = async () => {
    await dropWorkflowDraft(processKey);
    forget();
    lookUpAnew('workflow-drafts');
    if (latest) onRenew();
    else void navigate('/workflows');
  };
  const takeTheirs = async () => {
    const theirs = await findWorkflowDraft(processKey);
    dropDraft(username, processKey);
    queryClient.setQueryData(['workflow-draft', processKey], theirs);
    onRenew();
  };
  if (version === 0 && !draft) return <Empty as="h1" text={messages.failure.notFound} />;
  const back = latest ? `/workflows/${encodeURIComponent(processKey)}/${latest.version}` : '/workflows';
  return (
    <>
      <PageHeader
        title={studioWords.title(name)}
        hint={version === 0 ? drawingWords.neverDeployed : studioWords.hintVersion(version)}
      >
        <Link to={back}>{studioWords.back}</Link>
      </PageHeader>
      {phone && <p>{studioWords.narrow}</p>}
      <Desk
        workflow={{ key: processKey, name, version }}
        draft={draft}
        onDrop={() => void drop().catch(refuse)}
        onTakeTheirs={() => void takeTheirs().catch(refuse)}
        onDeployed={() => dropDraft(username, processKey)}
        onRenew={() => {
          forget();
          onRenew();
        }}
      />
    </>
  );
}

/** Looks up what the desk needs. */
function Desk(props: Omit<DeskProps, 'before' | 'names' | 'presence' | 'table'>): ReactElement {
  const { key, version } = props.workflow;
  const [search] = useSearchParams();
  const files = useWorkflowFiles(key, version);
  const names = useWorkflowNames();
  const presence = useWorkflowPresence(key);
  const before = version === 0 ? nothing : files.data;
  const failed = [files, names].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!before || !names.data) return <Loading />;
  return (
    <StudioDesk
      {...props}
      before={before}
      names={names.data}
      presence={presence.data}
      table={search.get('table') ?? undefined}
    />
  );
}

const nothing: readonly never[] = [];
