import { Alert, Button, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import type { DeployResult } from '../../../api/model.js';
import { useDeploy, type StudioFile } from '../../../api/studio.js';
import { problemText } from '../../../format/problem-text.js';
import { lookUpAnew } from '../../../api/query-client.js';
import { ApiProblem } from '../../../api/problem.js';
import { messages } from '../../../messages/messages.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { Lint } from '../lint/use-lint.js';
import type { DeskWorkflow } from '../desk-workflow.js';
import { useReturnFocus } from '../../../hooks/use-return-focus.js';
import { CheckList } from './check-list.js';
import { MigrationPart } from './migration-part.js';
import { OvertakenPart, type Latest } from './overtaken-part.js';

const words = studioWords.deploying;

interface Props {
  readonly workflow: DeskWorkflow;
  /** The newest version that there is by now. */
  readonly latest: Latest | undefined;
  readonly before: readonly StudioFile[];
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly lint: Lint;
  readonly onShowProblems: () => void;
  readonly onDeployed: () => void;
  /** Whether there is a new version now. */
  readonly onClose: (isNew: boolean) => void;
}

/** Goes through a check list, deploys, and then offers to take running cases over. */
export function DeployDialog(props: Props): ReactElement {
  useReturnFocus();
  const { workflow, latest, files, lint, onDeployed, onClose } = props;
  const [done, setDone] = useState<DeployResult>();
  const [failure, setFailure] = useState<Error>();
  /** The version of somebody else that is deployed over knowingly. */
  const [seen, setSeen] = useState(workflow.version);
  const deploy = useDeploy();
  const errors = lint.problems.filter(({ severity }) => severity === 'error').length;
  const send = async () => {
    setFailure(undefined);
    const result = await deploy.mutateAsync({ files: await files(), bases: { [workflow.key]: seen } });
    onDeployed();
    setDone(result);
  };
  const fail = (error: Error) => {
    // Somebody was faster: what they did is looked up and shown, and can be confirmed.
    if (error instanceof ApiProblem && error.code === 'definition-moved') lookUpAnew('workflow-presence', 'workflows');
    setFailure(error);
  };
  const close = () => onClose(done !== undefined);
  const overtaken = !done && latest && latest.version > workflow.version ? latest : undefined;
  const ready = lint.state === 'done' && errors === 0 && (!overtaken || overtaken.version === seen);
  return (
    <Modal
      open
      width={640}
      title={words.title(workflow.name)}
      onCancel={close}
      footer={
        done ? (
          // The button that was pressed is gone, and the focus with it.
          <Button autoFocus onClick={close}>
            {words.close}
          </Button>
        ) : (
          [
            <Button key="cancel" onClick={close}>
              {messages.act.cancel}
            </Button>,
            <Button
              key="deploy"
              type="primary"
              disabled={!ready}
              loading={deploy.isPending}
              onClick={() => void send().catch(fail)}
            >
              {words.submit}
            </Button>,
          ]
        )
      }
    >
      {overtaken && (
        <OvertakenPart
          workflow={workflow}
          latest={overtaken}
          isSeen={seen === overtaken.version}
          onSeen={(isSeen) => setSeen(isSeen ? overtaken.version : workflow.version)}
        />
      )}
      {done ? <Done result={done} workflow={workflow} /> : <CheckList {...props} overtaken={overtaken} />}
      {failure && <Alert type="error" showIcon role="alert" title={problemText(failure)} />}
    </Modal>
  );
}

function Done({ result, workflow }: { readonly result: DeployResult; readonly workflow: DeskWorkflow }): ReactElement {
  const mine = result.definitions.find(({ key }) => key === workflow.key);
  if (!mine?.isNew) return <Alert type="info" showIcon title={words.same(mine?.version ?? workflow.version)} />;
  return (
    <>
      <Alert type="success" showIcon title={words.done(mine.version)} />
      {result.problems
        .filter(({ code }) => code === 'unit-ended')
        .map(({ message }) => (
          <Alert key={message} type="warning" showIcon title={words.unitEnded(message)} />
        ))}
      {workflow.version > 0 && <MigrationPart processKey={workflow.key} from={workflow.version} to={mine.version} />}
    </>
  );
}
