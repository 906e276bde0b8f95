import { client, unwrap } from './client.js';
import type { PastCase } from './model.js';

/** Cases that one request brings. */
const page = 500;

/** Which past cases are asked for. */
export interface PastCasesAsked {
  readonly from?: string;
  /** The newest so many at most. */
  readonly most: number;
}

/** Past cases of a workflow without texts, names or numbers, the newest first; tells how many have come so far. */
export async function findPastCases(
  key: string,
  { from, most }: PastCasesAsked,
  { signal, onCount }: { readonly signal: AbortSignal; readonly onCount: (count: number) => void },
): Promise<PastCase[]> {
  const found: PastCase[] = [];
  for (let after: string | undefined; found.length < most;) {
    const query = {
      limit: Math.min(page, most - found.length),
      ...(from !== undefined && { from }),
      ...(after !== undefined && { after }),
    };
    const params = { path: { key }, query };
    const { items, next } = await unwrap(client.GET('/api/v1/workflows/{key}/past-cases', { params, signal }));
    found.push(...items);
    onCount(found.length);
    if (next === null) break;
    after = next;
  }
  return found;
}
