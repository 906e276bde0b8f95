import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER } from '../log/logger.js';
import { createQueues, Queues } from './queues.js';

/** Provides {@link Queues} everywhere, on Redis or PostgreSQL as configured. Needs `DatabaseModule` for its settings. */
@Global()
@Module({})
export class QueuesModule {
  static forRoot(): DynamicModule {
    return {
      module: QueuesModule,
      providers: [
        {
          provide: Queues,
          useFactory: async (config: Config, log: Logger) =>
            await createQueues({
              log,
              ...(config.databaseUrl !== undefined && { databaseUrl: config.databaseUrl }),
              ...(config.redisUrl !== undefined && { redisUrl: config.redisUrl }),
            }),
          inject: [CONFIG, LOGGER],
        },
      ],
      exports: [Queues],
    };
  }
}
