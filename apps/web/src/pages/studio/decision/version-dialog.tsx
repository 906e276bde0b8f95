import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useWorkflowFiles, type StudioFile } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { Becoming } from '../deploy/becoming.js';
import { useReturnFocus } from '../../../hooks/use-return-focus.js';

const words = drawingWords.decision;

interface Props {
  readonly processKey: string;
  readonly file: StudioFile;
  readonly version: number;
  readonly onRestore: (content: string) => void;
  readonly onClose: () => void;
}

/** What a file with decisions says otherwise than in an earlier version, which can be taken back. */
export function VersionDialog({ processKey, file, version, onRestore, onClose }: Props): ReactElement {
  useReturnFocus();
  const files = useWorkflowFiles(processKey, version);
  const before = files.data?.filter(({ name }) => name === file.name);
  const content = before?.[0]?.content;
  const restore = () => {
    if (content !== undefined) onRestore(content);
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={words.compare(version)}
      onCancel={onClose}
      footer={[
        <Button key="restore" disabled={content === undefined || content === file.content} onClick={restore}>
          {words.restore(version)}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {words.close}
        </Button>,
      ]}
    >
      {files.isPending && <Loading lines={2} />}
      {files.isError && <Failure error={files.error} onRetry={() => void files.refetch()} />}
      {before && <Becoming processKey={processKey} before={before} files={() => Promise.resolve([file])} />}
    </Modal>
  );
}
