import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useId } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';
import { isTable } from '../files/studio-files.js';
import { tableDifferences, type TableDifference } from './table-differences.js';
import { versionDifferences, type Difference } from './version-differences.js';

/** What a deployment would change. */
export interface Differences {
  readonly diagram: readonly Difference[];
  readonly tables: readonly TableDifference[];
  /** Names of files with decision tables that are not the same, and that cannot be compared as they are unreadable. */
  readonly files: readonly string[];
}

/** Compares the files with those of the version before. */
export function useDifferences(
  processKey: string,
  before: readonly StudioFile[],
  files: () => Promise<readonly StudioFile[]>,
): UseQueryResult<Differences> {
  const asked = useId(); // what is compared with is read only then, so no answer is another's
  return useQuery({
    queryKey: ['workflow-differences', asked, processKey, before],
    queryFn: async (): Promise<Differences> => await compareFiles(processKey, before, await files()),
    staleTime: 0,
    gcTime: 0,
  });
}

/** What files say otherwise than others; files that are unreadable are only named. */
async function compareFiles(
  processKey: string,
  before: readonly StudioFile[],
  after: readonly StudioFile[],
): Promise<Differences> {
  const { compileDeployment } = await loadCore();
  const [old, now] = await Promise.all(
    [before, after].map(async (each) => (await compileDeployment(each)).definitions),
  );
  const [was, is] = [old?.processes.get(processKey), now?.processes.get(processKey)];
  const contents = new Map(before.map(({ name, content }) => [name, content]));
  const rewritten = after.filter((file) => isTable(file) && contents.get(file.name) !== file.content);
  return {
    diagram: was && is ? versionDifferences(was, is) : [],
    tables: old && now ? tableDifferences(old.decisions, now.decisions) : [],
    files: old && now ? [] : rewritten.map(({ name }) => name),
  };
}
