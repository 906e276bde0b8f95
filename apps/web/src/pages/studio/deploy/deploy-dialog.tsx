import { Alert, Button, Modal } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { DeployResult, Workflow } from '../../../api/model.js';
import { useDeploy, useMigrationPreview, type StudioFile } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { problemText } from '../../../format/problem-text.js';
import { messages } from '../../../messages/messages.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { Lint } from '../lint/use-lint.js';
import { DifferenceList } from './difference-list.js';
import { MigrationPart } from './migration-part.js';
import { useDifferences } from './use-differences.js';
import styles from './deploy.module.css';

const words = studioWords.deploying;

interface Props {
  readonly workflow: Workflow;
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
  const { workflow, files, lint, onDeployed, onClose } = props;
  const [done, setDone] = useState<DeployResult>();
  const [failure, setFailure] = useState<Error>();
  const deploy = useDeploy();
  const errors = lint.problems.filter(({ severity }) => severity === 'error').length;
  const send = async () => {
    setFailure(undefined);
    const result = await deploy.mutateAsync(await files());
    onDeployed();
    setDone(result);
  };
  const close = () => onClose(done !== undefined);
  const ready = lint.state === 'done' && errors === 0;
  return (
    <Modal
      open
      width={640}
      title={words.title(workflow.name)}
      onCancel={close}
      footer={
        done ? (
          <Button onClick={close}>{words.close}</Button>
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
              onClick={() => void send().catch(setFailure)}
            >
              {words.submit}
            </Button>,
          ]
        )
      }
    >
      {done ? <Done result={done} workflow={workflow} /> : <CheckList {...props} errors={errors} />}
      {failure && <Alert type="error" showIcon role="alert" title={problemText(failure)} />}
    </Modal>
  );
}

function CheckList(props: Props & { readonly errors: number }): ReactElement {
  const { workflow, before, files, lint, errors, onShowProblems } = props;
  const differences = useDifferences(workflow.key, before, files);
  const running = useMigrationPreview(workflow.key, workflow.version, workflow.version);
  const warnings = lint.problems.length - errors;
  return (
    <>
      <ol className={styles['checks']}>
        <Check state={lint.state !== 'done' ? 'open' : errors > 0 ? 'bad' : warnings > 0 ? 'mind' : 'good'}>
          {lint.state === 'done' ? words.problems(errors, warnings) : studioWords.lint.running}{' '}
          {lint.problems.length > 0 && (
            <Button size="small" type="link" onClick={onShowProblems}>
              {words.showProblems}
            </Button>
          )}
        </Check>
        <Check state={running.isPending ? 'open' : 'good'}>
          {running.data ? words.running(running.data.total, workflow.version) : words.countingRunning}
        </Check>
      </ol>
      <h3 className={styles['heading']}>{words.differences(workflow.version)}</h3>
      {differences.isPending && <Loading lines={2} />}
      {differences.isError && <Failure error={differences.error} />}
      {differences.data && <DifferenceList differences={differences.data} />}
    </>
  );
}

function Check(props: {
  readonly state: 'open' | 'good' | 'mind' | 'bad';
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li className={styles['check']}>
      <span className={styles[props.state]}>{words.states[props.state]}</span>
      <span>{props.children}</span>
    </li>
  );
}

function Done({ result, workflow }: { readonly result: DeployResult; readonly workflow: Workflow }): ReactElement {
  const mine = result.definitions.find(({ key }) => key === workflow.key);
  if (!mine?.isNew) return <Alert type="info" showIcon title={words.same(workflow.version)} />;
  return (
    <>
      <Alert type="success" showIcon title={words.done(mine.version)} />
      {result.problems
        .filter(({ code }) => code === 'unit-ended')
        .map(({ message }) => (
          <Alert key={message} type="warning" showIcon title={words.unitEnded(message)} />
        ))}
      <MigrationPart processKey={workflow.key} from={workflow.version} to={mine.version} />
    </>
  );
}
