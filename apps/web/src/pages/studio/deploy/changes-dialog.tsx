import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';
import { drawingWords } from '../../../messages/workflow-words.js';
import { studioWords } from '../../../messages/workflow-words.js';
import { useReturnFocus } from '../../../hooks/use-return-focus.js';
import { VersionChanges } from './version-changes.js';

interface Props {
  readonly processKey: string;
  readonly from: number;
  readonly to: number;
  readonly onClose: () => void;
}

/** What somebody else changed from one version to another. */
export function ChangesDialog({ processKey, from, to, onClose }: Props): ReactElement {
  useReturnFocus();
  return (
    <Modal
      open
      width={640}
      title={drawingWords.overtaken.title(from, to)}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{studioWords.deploying.close}</Button>}
    >
      <VersionChanges processKey={processKey} from={from} to={to} />
    </Modal>
  );
}
