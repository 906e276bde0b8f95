import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';
import { versionDifferences, type Difference } from './version-differences.js';

/** What a deployment would change. */
export interface Differences {
  readonly diagram: readonly Difference[];
  /** Names of files with decision tables that are not the same. */
  readonly tables: readonly string[];
}

/** Compares the files with those of the version before. */
export function useDifferences(
  processKey: string,
  before: readonly StudioFile[],
  files: () => Promise<readonly StudioFile[]>,
): UseQueryResult<Differences> {
  return useQuery({
    queryKey: ['workflow-differences', processKey],
    queryFn: async (): Promise<Differences> => {
      const after = await files();
      const { compileDeployment } = await loadCore();
      const [old, now] = await Promise.all(
        [before, after].map(async (each) => (await compileDeployment(each)).definitions?.processes.get(processKey)),
      );
      const was = new Map(before.map(({ name, content }) => [name, content]));
      return {
        diagram: old && now ? versionDifferences(old, now) : [],
        tables: after
          .filter(({ name, content }) => name.endsWith('.dmn') && was.get(name) !== content)
          .map((f) => f.name),
      };
    },
    staleTime: 0,
    gcTime: 0,
  });
}
