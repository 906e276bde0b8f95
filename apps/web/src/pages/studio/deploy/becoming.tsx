import type { ReactElement } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { DifferenceList } from './difference-list.js';
import { useDifferences } from './use-differences.js';

/** What files say otherwise than those before, in words. */
export function Becoming(props: {
  readonly processKey: string;
  readonly before: readonly StudioFile[];
  readonly files: () => Promise<readonly StudioFile[]>;
}): ReactElement {
  const differences = useDifferences(props.processKey, props.before, props.files);
  if (differences.isError) return <Failure error={differences.error} />;
  return differences.data ? <DifferenceList differences={differences.data} /> : <Loading lines={2} />;
}
