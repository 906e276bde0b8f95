import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { gauge } from '../metrics/process-metrics.js';

const pools = new Map<string, Pool>();

gauge({
  name: 'lianban_database_pool_connections',
  help: 'Connections of this process to the database: in use, idle, and how many wait for one',
  labels: ['application', 'state'],
  read(self) {
    for (const [application, { totalCount, idleCount, waitingCount }] of pools) {
      self.set({ application, state: 'in-use' }, totalCount - idleCount);
      self.set({ application, state: 'idle' }, idleCount);
      self.set({ application, state: 'waiting' }, waitingCount);
    }
  },
});

/** From now on the numbers tell of the pool of an application of this process. */
export function watchPool(application: string, { driver }: DataSource): void {
  pools.set(application, (driver as unknown as { readonly master: Pool }).master); // as TypeORM's driver keeps it
}
