import { useCallback, useMemo } from 'react';
import type { WorkflowNames } from '../../api/model.js';
import { findWorkflowFiles, type StudioFile } from '../../api/studio.js';
import { useWorkflows } from '../../api/workflows.js';
import { decisionsIn } from './files/studio-files.js';
import type { StudioNames } from './panel/panel-props.js';

/** What the installation knows, with other workflows and the tables beside the diagram. */
export function useStudioNames(names: WorkflowNames, others: readonly StudioFile[]): StudioNames {
  const workflows = useWorkflows().data;
  return useMemo(() => {
    const processes = (workflows ?? []).map(({ key, name }) => ({ id: key, name }));
    return { ...names, processes, decisions: decisionsIn(others) };
  }, [names, workflows, others]);
}

/** Looks up what is deployed with the latest version of another workflow. */
export function useFilesOfLatest(): (processKey: string) => Promise<readonly StudioFile[]> {
  const workflows = useWorkflows().data;
  return useCallback(
    async (processKey) => {
      const found = workflows?.find(({ key }) => key === processKey);
      return found ? await findWorkflowFiles(found.key, found.version) : [];
    },
    [workflows],
  );
}
