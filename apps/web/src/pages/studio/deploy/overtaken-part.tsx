import { Alert, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import type { WorkflowPresence } from '../../../api/model.js';
import { longTime } from '../../../format/time.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import type { DeskWorkflow } from '../desk-workflow.js';
import { VersionChanges } from './version-changes.js';
import styles from './deploy.module.css';

const over = drawingWords.overtaken;

/** What is deployed of a workflow by now. */
export type Latest = NonNullable<WorkflowPresence['latest']>;

/** Somebody else deployed meanwhile: what they changed, and that one goes over it knowingly. */
export function OvertakenPart(props: {
  readonly workflow: DeskWorkflow;
  readonly latest: Latest;
  readonly isSeen: boolean;
  readonly onSeen: (isSeen: boolean) => void;
}): ReactElement {
  const { workflow, latest, isSeen, onSeen } = props;
  const { version, deployedAt, deployedBy } = latest;
  return (
    <Alert
      type="warning"
      title={over.by(version, deployedBy || over.program, longTime(deployedAt), workflow.version)}
      description={
        <>
          {workflow.version > 0 && (
            <>
              <h3 className={styles['heading']}>{over.theirs(version)}</h3>
              <VersionChanges processKey={workflow.key} from={workflow.version} to={version} />
            </>
          )}
          <Checkbox checked={isSeen} onChange={({ target }) => onSeen(target.checked)}>
            {over.confirm(version)}
          </Checkbox>
        </>
      }
    />
  );
}
