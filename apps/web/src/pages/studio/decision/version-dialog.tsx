import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';
import { findWorkflowFiles, type StudioFile } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { DifferenceList } from '../deploy/difference-list.js';
import { compareFiles } from '../deploy/use-differences.js';

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
  const before = useQuery({
    queryKey: ['decision-version', processKey, version, file],
    queryFn: async ({ signal }) => {
      const files = await findWorkflowFiles(processKey, version, signal);
      const content = files.find(({ name }) => name === file.name)?.content ?? '';
      return { content, differences: await compareFiles(processKey, [{ name: file.name, content }], [file]) };
    },
    gcTime: 0,
  });
  const restore = () => {
    if (before.data) onRestore(before.data.content);
    onClose();
  };
  return (
    <Modal
      open
      width={640}
      title={words.compare(version)}
      onCancel={onClose}
      footer={[
        <Button key="restore" disabled={before.data?.content === file.content || !before.data} onClick={restore}>
          {words.restore(version)}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {words.close}
        </Button>,
      ]}
    >
      {before.isPending && <Loading lines={2} />}
      {before.isError && <Failure error={before.error} onRetry={() => void before.refetch()} />}
      {before.data && <DifferenceList differences={before.data.differences} />}
    </Modal>
  );
}
