import type { ReactElement } from 'react';
import { findWorkflowFiles, useWorkflowFiles } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { Becoming } from './becoming.js';

/** What is otherwise in one deployed version than in another. */
export function VersionChanges(props: {
  readonly processKey: string;
  readonly from: number;
  readonly to: number;
}): ReactElement {
  const { processKey, from, to } = props;
  const before = useWorkflowFiles(processKey, from);
  if (before.isError) return <Failure error={before.error} onRetry={() => void before.refetch()} />;
  if (!before.data) return <Loading lines={2} />;
  return <Becoming processKey={processKey} before={before.data} files={() => findWorkflowFiles(processKey, to)} />;
}
