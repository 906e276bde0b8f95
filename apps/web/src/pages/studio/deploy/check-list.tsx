import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useMigrationPreview, useWorkflowFiles, type StudioFile } from '../../../api/studio.js';
import { Loading } from '../../../components/loading.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { Lint } from '../lint/use-lint.js';
import type { DeskWorkflow } from '../desk-workflow.js';
import { Becoming } from './becoming.js';
import type { Latest } from './overtaken-part.js';
import styles from './deploy.module.css';

const words = studioWords.deploying;

interface Props {
  readonly workflow: DeskWorkflow;
  /** A version of somebody else that is deployed over. */
  readonly overtaken: Latest | undefined;
  readonly before: readonly StudioFile[];
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly lint: Lint;
  readonly onShowProblems: () => void;
}

/** What is looked at before a deployment, and what it would change. */
export function CheckList(props: Props): ReactElement {
  const { workflow, overtaken, before, files, lint, onShowProblems } = props;
  return (
    <>
      <ol className={styles['checks']}>
        <ProblemCheck lint={lint} onShowProblems={onShowProblems} />
        {workflow.version > 0 && <RunningCheck workflow={workflow} />}
      </ol>
      {overtaken && <Over workflow={workflow} latest={overtaken} files={files} />}
      {!overtaken && workflow.version === 0 && <p>{drawingWords.neverDeployed}</p>}
      {!overtaken && workflow.version > 0 && (
        <>
          <h3 className={styles['heading']}>{words.differences(workflow.version)}</h3>
          <Becoming processKey={workflow.key} before={before} files={files} />
        </>
      )}
    </>
  );
}

/** What would change of the version that somebody else deployed. */
function Over({
  workflow,
  latest,
  files,
}: Pick<Props, 'workflow' | 'files'> & { readonly latest: Latest }): ReactElement {
  const before = useWorkflowFiles(workflow.key, latest.version).data;
  return (
    <>
      <h3 className={styles['heading']}>{drawingWords.overtaken.mine(latest.version)}</h3>
      {before ? <Becoming processKey={workflow.key} before={before} files={files} /> : <Loading lines={2} />}
    </>
  );
}

function ProblemCheck({ lint, onShowProblems }: Pick<Props, 'lint' | 'onShowProblems'>): ReactElement {
  const errors = lint.problems.filter(({ severity }) => severity === 'error').length;
  const warnings = lint.problems.length - errors;
  return (
    <Check state={lint.state !== 'done' ? 'open' : errors > 0 ? 'bad' : warnings > 0 ? 'mind' : 'good'}>
      {lint.state === 'done' ? words.problems(errors, warnings) : studioWords.lint.running}{' '}
      {lint.problems.length > 0 && (
        <Button size="small" type="link" onClick={onShowProblems}>
          {words.showProblems}
        </Button>
      )}
    </Check>
  );
}

/** How many cases go on by the version before. */
function RunningCheck({ workflow }: Pick<Props, 'workflow'>): ReactElement {
  const running = useMigrationPreview(workflow.key, workflow.version, workflow.version);
  return (
    <Check state={running.isPending ? 'open' : 'good'}>
      {running.data ? words.running(running.data.total, workflow.version) : words.countingRunning}
    </Check>
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
