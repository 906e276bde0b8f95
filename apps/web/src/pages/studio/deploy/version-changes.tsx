import { useCallback, type ReactElement } from 'react';
import { useWorkflowFiles, type StudioFile } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { DifferenceList } from './difference-list.js';
import { useDifferences } from './use-differences.js';

/** What is otherwise in one deployed version than in another. */
export function VersionChanges(props: {
  readonly processKey: string;
  readonly from: number;
  readonly to: number;
}): ReactElement {
  const { processKey, from, to } = props;
  const files = [useWorkflowFiles(processKey, from), useWorkflowFiles(processKey, to)] as const;
  const failed = files.find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  const [before, after] = files;
  if (!before.data || !after.data) return <Loading lines={2} />;
  return <Changes processKey={processKey} before={before.data} after={after.data} />;
}

function Changes(props: {
  readonly processKey: string;
  readonly before: readonly StudioFile[];
  readonly after: readonly StudioFile[];
}): ReactElement {
  const { processKey, before, after } = props;
  const files = useCallback(() => Promise.resolve(after), [after]);
  const differences = useDifferences(processKey, before, files);
  if (differences.isError) return <Failure error={differences.error} />;
  return differences.data ? <DifferenceList differences={differences.data} /> : <Loading lines={2} />;
}
