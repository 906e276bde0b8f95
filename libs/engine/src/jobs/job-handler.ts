import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { JobService, type JobWorker } from './job.service.js';

/**
 * Marks a method of any provider as the handler of a topic: `@JobHandler('sms')`. It is called as a `JobWorker`: with
 * the job, its variables and its idempotency key; what it returns are the task's results, a `BusinessError` is an
 * outcome that the diagram foresees, any other error is tried again.
 */
export const JobHandler = DiscoveryService.createDecorator<string>();

/** Finds the methods marked with {@link JobHandler} when the application starts. */
@Injectable()
export class JobHandlerExplorer implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly jobs: JobService,
  ) {}

  /** @throws Error when two methods name the same topic */
  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      for (const name of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object | null)) {
        const topic = this.discovery.getMetadataByDecorator(JobHandler, wrapper, name);
        const method = (instance as Record<string, unknown>)[name];
        if (topic !== undefined && typeof method === 'function')
          this.jobs.register(topic, (job) => (method as JobWorker).call(instance, job));
      }
    }
  }
}
