import { client, unwrap } from './client.js';
import type { SupervisionOrder } from './model.js';
import { usePages, type Pages } from './pages.js';

/** Which orders a list shows. */
export type SupervisionFilter = 'open' | 'ended' | 'all';

interface SupervisionPage {
  items: SupervisionOrder[];
  next: string | null;
}

/** Supervision orders, the newest first. */
export function useSupervisions(filter: SupervisionFilter, unit: string | undefined): Pages<SupervisionPage> {
  return usePages(['supervisions', filter, unit], (at, signal) => {
    const state = filter === 'all' ? {} : { state: filter };
    const query = { limit: 30, ...state, ...(unit && { unit }), ...at };
    return unwrap(client.GET('/api/v1/supervisions', { params: { query }, signal }));
  });
}
