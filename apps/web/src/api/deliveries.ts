import { client, unwrap } from './client.js';
import type { Delivery } from './model.js';
import { usePages, type Pages } from './pages.js';

/** Which lines of the log are shown; absent: all. */
export interface DeliveryFilter {
  readonly channel?: Delivery['channel'];
  readonly state?: Delivery['state'];
}

/** What was sent, the newest first. */
export function useDeliveries(filter: DeliveryFilter): Pages<{ items: Delivery[]; next: string | null }> {
  return usePages(['deliveries', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/deliveries', { params: { query: { limit: 50, ...filter, ...at } }, signal })),
  );
}
